// Package backend chooses what computes: XLA on a GPU or on the processor where one of its
// plugins is installed, else pure Go, in the setting that is fast and cannot stop.
package backend
