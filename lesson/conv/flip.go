package conv

import "convnet.example/lesson/internal/matrix"

// Flip returns the kernel turned by 180°: last row first, last column first. The
// convolution of mathematics flips its kernel, so it is
//
//	Correlate(x, Flip(kernel), w)
func Flip(kernel [][]float64) [][]float64 {
	height, width := matrix.Size("the kernel", kernel)
	flipped := matrix.Zeros(height, width)
	for i := range flipped {
		for j := range flipped[i] {
			flipped[i][j] = kernel[height-1-i][width-1-j]
		}
	}
	return flipped
}
