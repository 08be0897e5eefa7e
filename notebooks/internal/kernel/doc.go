// Package kernel runs notebooks cell by cell in a Go kernel of their own, as a reader would, and
// prints what became of them or writes the outputs back. Its tests compare the outputs with
// those in the files.
package kernel
