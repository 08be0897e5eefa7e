// Package picture draws what the lessons talk about, and displays it under a cell: matrices
// with their numbers, windows and the ground that they cover, digits, feature maps and
// kernels, a whole network, a confusion matrix, and films of a window at work. Drawing returns
// an image; [Show] displays it in a notebook and does nothing elsewhere.
package picture
