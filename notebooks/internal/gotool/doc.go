// Package gotool runs the reader's Go, and asks it for its settings.
package gotool
