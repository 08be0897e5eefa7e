// Package byhand trains a network of the lecture's kind without a graph: the way forward and the
// way back are written out, for one image after the other, and goroutines share the images of a
// batch.
//
// Who knows the whole network can leave work out. Of the four values that a 2×2 pooling looks
// at, only the largest gets its gradient, and none of them if ReLU cut it off. So the way back
// begins at the pooled values, and each goes to the one window that it came from: at most a
// quarter of what a convolution's gradient costs that is computed for itself.
//
// Package lesson decides when to use it (see fast_or_readable.go there) and proves that it is
// the same network.
package byhand
