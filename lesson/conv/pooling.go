package conv

import (
	"math"

	"convnet.example/lesson/internal/matrix"
)

// MaxPool returns the largest number under each position of the window, [h, w] → [h', w'].
// A zero w.Stride means w.Kernel, so that the windows tile the image; rows and columns
// that do not fill a window are left out. Padding is not a number that could win: it
// counts as −∞, as in PyTorch.
//
// It panics if the window does not fit on the image, or if the padding is more than half
// of the window.
func MaxPool(x [][]float64, w Window) [][]float64 {
	return w.slide(x, func(covered []float64) float64 {
		largest := math.Inf(-1)
		for _, v := range covered {
			largest = max(largest, v)
		}
		return largest
	})
}

// AvgPool returns the mean under each position of the window, [h, w] → [h', w']. Padding
// counts as zeros, as in PyTorch. Otherwise it is like [MaxPool].
func AvgPool(x [][]float64, w Window) [][]float64 {
	return w.slide(x, func(covered []float64) float64 {
		sum := 0.0
		for _, v := range covered {
			sum += v
		}
		return sum / float64(w.Kernel*w.Kernel)
	})
}

// slide moves a pooling window over x and returns what summary makes of the pixels under
// each position.
func (w Window) slide(x [][]float64, summary func(covered []float64) float64) [][]float64 {
	w = w.ForPool()
	y := w.positions(x, w.Kernel, w.Kernel)
	for i := range y {
		for j := range y[i] {
			y[i][j] = summary(w.covered(x, i*w.Stride-w.Padding, j*w.Stride-w.Padding))
		}
	}
	return y
}

// covered returns the pixels under a window whose top left corner lies on row top and
// column left, row by row and without the padding.
func (w Window) covered(x [][]float64, top, left int) []float64 {
	var values []float64
	for a := range w.Kernel {
		for b := range w.Kernel {
			if row, column := top+a*w.Dilation, left+b*w.Dilation; matrix.Has(x, row, column) {
				values = append(values, x[row][column])
			}
		}
	}
	return values
}
