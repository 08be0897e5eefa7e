package picture

import (
	"convnet.example/lesson/internal/colour"
	"image"
	"image/color"
	"image/draw"
)

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
	fillRect(dst, r, colour.Line)
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

// cells is what stands in the cells of a table, and the colour behind it.
type cells = func(i, j int) (text string, paper color.RGBA)
