package picture

import (
	"image"
	"image/color"

	"convnet.example/lesson/internal/matrix"
	"convnet.example/lesson/picture/internal/colour"
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
