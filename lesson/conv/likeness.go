package conv

import (
	"math"

	"convnet.example/lesson/internal/matrix"
)

// Likeness slides the kernel over x as Correlate does without options, and divides each
// answer by the lengths of the kernel and of the patch p under it, [h, w] → [h', w']:
//
//	Σ p·kernel / (√Σ p² · √Σ kernel²)
//
// By the inequality of Cauchy and Schwarz that lies between −1 and 1, and is 1 just where
// the patch is a positive multiple of the kernel: the cosine of the angle between them,
// also called the normalized cross-correlation. Where there is nothing but zeros it is 0.
func Likeness(x, kernel [][]float64) [][]float64 {
	y := Correlate(x, kernel, Window{})
	length := norm(kernel, 0, 0, kernel)
	for i := range y {
		for j := range y[i] {
			if y[i][j] != 0 {
				y[i][j] /= norm(x, i, j, kernel) * length
			}
		}
	}
	return y
}

// norm is the length of the patch of x at row i and column j that is as large as kernel.
func norm(x [][]float64, i, j int, kernel [][]float64) float64 {
	sum := 0.0
	for a := range kernel {
		for b := range kernel[a] {
			v := matrix.At(x, i+a, j+b)
			sum += v * v
		}
	}
	return math.Sqrt(sum)
}
