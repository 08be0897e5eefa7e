// Package conv is the arithmetic of a convolutional network as plain loops over matrices:
// what a window covers, correlation, the flip that makes a convolution of it and the lengths
// that make a likeness of it, pooling, and the receptive field. Every number of the lecture
// is a test or an example here. It uses nothing but the standard library, so that a cell
// that imports it answers at once.
package conv
