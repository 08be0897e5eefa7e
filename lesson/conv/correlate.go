package conv

import "convnet.example/lesson/internal/matrix"

// Correlate slides the kernel over x and returns the sum of products at each position,
// [h, w] → [h', w']:
//
//	y[i][j] = Σ_a Σ_b kernel[a][b] · x[i·Stride − Padding + a·Dilation][j·Stride − Padding + b·Dilation]
//
// where x is 0 outside of the image, and h' and w' are as in [Window.Size]. This is what
// a convolutional network calls convolution, and mathematics a cross-correlation.
//
// The kernel may have any height and width if w.Kernel is 0. Correlate panics if w.Kernel
// says something else than the kernel itself, if the kernel does not fit on the image,
// or if a matrix has rows of different lengths.
func Correlate(x, kernel [][]float64, w Window) [][]float64 {
	w = w.ForKernel(matrix.Size("the kernel", kernel))
	y := w.positions(x, len(kernel), len(kernel[0]))
	for i := range y {
		for j := range y[i] {
			top, left := i*w.Stride-w.Padding, j*w.Stride-w.Padding
			for a := range kernel {
				for b := range kernel[a] {
					y[i][j] += kernel[a][b] * matrix.At(x, top+a*w.Dilation, left+b*w.Dilation)
				}
			}
		}
	}
	return y
}

// CorrelateChannels correlates each channel of x with its own channel of the kernel and
// adds the results, [c, h, w] and [c, kh, kw] → [h', w']: three planes of colour and three
// of kernel make one map. It panics if there are not as many of one as of the other.
func CorrelateChannels(x, kernel [][][]float64, w Window) [][]float64 {
	if len(x) != len(kernel) || len(x) == 0 {
		panicf("image channels: %d, kernel channels: %d: "+
			"give the kernel one channel for each of the image's", len(x), len(kernel))
	}
	sum := Correlate(x[0], kernel[0], w)
	for c := 1; c < len(x); c++ {
		matrix.Add(sum, Correlate(x[c], kernel[c], w))
	}
	return sum
}
