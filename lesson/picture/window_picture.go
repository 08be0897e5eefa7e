package picture

import (
	"image"
	"image/color"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/internal/matrix"
)

// Window returns the matrix x with the numbers that the window covers when it is
// at position i, j of its output on amber, inside its padding of zeros. It shows what
// stride, padding and dilation do. A zero Stride counts as 1: use [conv.Pool] for pooling.
// It panics if the output has no such position.
func Window(x [][]float64, w conv.Window, i, j int) image.Image {
	w = w.ForConv()
	height, width := matrix.Size("the image", x)
	if h, v := w.Size(height), w.Size(width); i < 0 || i >= h || j < 0 || j >= v {
		panicf("no position %d, %d: the window has %d×%d, from 0, 0", i, j, h, v)
	}
	return drawTable(height+2*w.Padding, width+2*w.Padding, windowCells(x, w, w, i, j))
}

// windowCells returns what Window draws at a row and column of the padded image:
// down and across are the window's shape in either direction.
func windowCells(x [][]float64, down, across conv.Window, i, j int) func(row, column int) (string, color.RGBA) {
	format := formatOf(x)
	return func(row, column int) (string, color.RGBA) {
		text, paper := "0", colour.Padding
		if y, z := row-down.Padding, column-across.Padding; matrix.Has(x, y, z) {
			text, paper = format(x[y][z]), colour.Paper
		}
		if down.Covers(row, i) && across.Covers(column, j) {
			paper = colour.Covered
		}
		return text, paper
	}
}

// WindowSteps returns chosen steps of [WindowGIF], one below the other: positions are row
// and column in the output. It panics if the output has no such position.
func WindowSteps(x, kernel [][]float64, w conv.Window, positions ...[2]int) image.Image {
	c := newCorrelation(x, kernel, w)
	step := c.size.Y + gap
	img := image.NewRGBA(image.Rect(0, 0, c.size.X, max(1, len(positions)*step-gap)))
	fillRect(img, img.Rect, colour.Paper)
	for k, p := range positions {
		if !matrix.Has(c.y, p[0], p[1]) {
			panicf("no position %d, %d: the window has %d×%d, from 0, 0", p[0], p[1], len(c.y), len(c.y[0]))
		}
		position := p[0]*len(c.y[0]) + p[1]
		c.drawOn(img, image.Pt(0, k*step), position, position+1)
	}
	return img
}
