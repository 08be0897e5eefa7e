package lesson

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"strconv"
	"strings"
)

// MatrixPicture returns a matrix with its numbers written in it, [h, w], on pale
// colours: the further from 0 the deeper, red is positive and blue negative. It panics
// if the rows have different lengths.
func MatrixPicture(m [][]float64) image.Image {
	height, width := dimensions("the matrix", m)
	limit, format := largestOf(m), formatOf(m)
	return drawTable(height, width, func(i, j int) (string, color.RGBA) {
		return format(m[i][j]), pale(m[i][j], limit)
	})
}

// WindowPicture returns the matrix x with the numbers that the window covers when it is
// at position i, j of its output on amber, inside its padding of zeros. It shows what
// stride, padding and dilation do. A zero Stride counts as 1: use [Pool] for pooling.
// It panics if the output has no such position.
func WindowPicture(x [][]float64, w Window, i, j int) image.Image {
	w = w.conv()
	height, width := dimensions("the image", x)
	if h, v := w.Size(height), w.Size(width); i < 0 || i >= h || j < 0 || j >= v {
		panicf("no position %d, %d: the window has %d×%d, from 0, 0", i, j, h, v)
	}
	return drawTable(height+2*w.Padding, width+2*w.Padding, windowCells(x, w, w, i, j))
}

// windowCells returns what WindowPicture draws at a row and column of the padded image:
// down and across are the window's shape in either direction.
func windowCells(x [][]float64, down, across Window, i, j int) func(row, column int) (string, color.RGBA) {
	format := formatOf(x)
	return func(row, column int) (string, color.RGBA) {
		text, paper := "0", colours.padding
		if y, z := row-down.Padding, column-across.Padding; inside(x, y, z) {
			text, paper = format(x[y][z]), colours.paper
		}
		if down.covers(row, i) && across.covers(column, j) {
			paper = colours.covered
		}
		return text, paper
	}
}

// drawTable draws height × width square cells with a text in each.
func drawTable(height, width int, at func(i, j int) (text string, paper color.RGBA)) image.Image {
	side := cellSide(height, width, at)
	img := image.NewRGBA(tableBounds(height, width, side))
	drawCells(img, img.Bounds(), side, at)
	return img
}

// tableBounds returns the size of a table of cells of that side.
func tableBounds(height, width, side int) image.Rectangle {
	step := side + lineWidth
	return image.Rect(0, 0, width*step+lineWidth, height*step+lineWidth)
}

// drawCells draws a table into a rectangle, which has the size that tableBounds says.
func drawCells(dst draw.Image, r image.Rectangle, side int, at func(i, j int) (text string, paper color.RGBA)) {
	step := side + lineWidth
	fillRect(dst, r, colours.line)
	for i := range r.Dy() / step {
		for j := range r.Dx() / step {
			text, paper := at(i, j)
			corner := image.Pt(j, i).Mul(step).Add(image.Pt(lineWidth, lineWidth)).Add(r.Min)
			cell := image.Rectangle{corner, corner.Add(image.Pt(side, side))}
			fillRect(dst, cell, paper)
			writeText(dst, cell, text, numberSize)
		}
	}
}

// cellSide returns the side of a cell that the longest text fits in.
func cellSide(height, width int, at func(i, j int) (string, color.RGBA)) int {
	const least, margin = 40, 14
	side := least
	for i := range height {
		for j := range width {
			text, _ := at(i, j)
			side = max(side, textWidth(text, numberSize)+margin)
		}
	}
	return side
}

// formatOf returns a function that writes the numbers of a matrix with equally many
// decimals: none if all are whole, else three digits for the largest.
func formatOf(m [][]float64) func(float64) string {
	decimals := 0
	if most := largestOf(m); !allWhole(m) {
		decimals = max(0, 2-int(math.Floor(math.Log10(most))))
	}
	return func(v float64) string {
		text := strconv.FormatFloat(v, 'f', decimals, 64)
		if size := math.Abs(v); size >= 1e6 || decimals > 6 {
			text = strconv.FormatFloat(v, 'g', 3, 64)
		}
		if strings.Trim(text, "-0.") == "" {
			return text[strings.Index(text, "0"):] // no −0
		}
		return strings.ReplaceAll(text, "-", "−")
	}
}

// allWhole reports whether a matrix holds nothing but whole numbers, and what is no number.
func allWhole(m [][]float64) bool {
	for _, row := range m {
		for _, v := range row {
			if v != math.Trunc(v) && !math.IsNaN(v) {
				return false
			}
		}
	}
	return true
}
