package picture

import (
	"image"
	"image/color"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/internal/matrix"
)

// Matrix returns a matrix with its numbers written in it, [h, w], on pale
// colours: the further from 0 the deeper, red is positive and blue negative. It panics
// if the rows have different lengths.
func Matrix(m [][]float64) image.Image {
	height, width := matrix.Size("the matrix", m)
	limit, format := matrix.Largest(m), formatOf(m)
	return drawTable(height, width, func(i, j int) (string, color.RGBA) {
		return format(m[i][j]), colour.Pale(m[i][j], limit)
	})
}

// Tinted returns a matrix with its numbers on four pale tints: tint, which is from 0 to 3,
// says which number stands on which. It shows what belongs together, where [Matrix] shows
// how large the numbers are.
func Tinted(m [][]float64, tint func(row, column int) int) image.Image {
	height, width := matrix.Size("the matrix", m)
	format := formatOf(m)
	return drawTable(height, width, func(i, j int) (string, color.RGBA) {
		t := tint(i, j)
		if t < 0 || t >= len(colour.Tints) {
			panicf("tint %d at %d, %d: there are %d, from 0", t, i, j, len(colour.Tints))
		}
		return format(m[i][j]), colour.Tints[t]
	})
}
