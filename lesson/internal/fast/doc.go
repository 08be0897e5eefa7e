// Package fast computes a network of the lecture's kind with one large product of matrices
// for each convolution, its pooling and its ReLU, as a graph that XLA compiles well. Package
// lesson decides when (see fast_or_readable.go there) and proves that it is the same network.
package fast
