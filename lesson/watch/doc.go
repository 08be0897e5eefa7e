// Package watch shows a training under its cell while it runs: a line with a bar, and the
// curves of the loss and of the accuracy. The loop stays in the cell, and outside of a
// notebook it does nothing. It is a room of its own, as cells without it need not link curves.
package watch
