package picture

import (
	"image"
	"image/color"
	"image/draw"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/internal/matrix"
)

// squaresBounds returns the size of height × width squares of side pixels, with a line
// around them all.
func squaresBounds(height, width, side int) image.Rectangle {
	return image.Rect(0, 0, width*side+2*lineWidth, height*side+2*lineWidth)
}

// drawSquares draws squares in the colours that at returns, and the line around them, into a
// rectangle of the size that squaresBounds says.
func drawSquares(dst draw.Image, r image.Rectangle, side int, at func(row, column int) color.RGBA) {
	fillRect(dst, r, colour.Line)
	for row := range r.Dy() / side {
		for column := range r.Dx() / side {
			fillRect(dst, squaresAt(r, side, row, column, 1, 1), at(row, column))
		}
	}
}

// squaresAt returns the place of height × width of the squares in r, from row and column on.
func squaresAt(r image.Rectangle, side, row, column, height, width int) image.Rectangle {
	corner := r.Min.Add(image.Pt(lineWidth+column*side, lineWidth+row*side))
	return image.Rectangle{corner, corner.Add(image.Pt(width*side, height*side))}
}

// drawFrame draws a frame of that width on the inner side of the edge of r.
func drawFrame(dst draw.Image, r image.Rectangle, width int, c color.Color) {
	inner := r.Inset(width)
	for _, side := range []image.Rectangle{
		{r.Min, image.Pt(r.Max.X, inner.Min.Y)}, {image.Pt(r.Min.X, inner.Max.Y), r.Max},
		{r.Min, image.Pt(inner.Min.X, r.Max.Y)}, {image.Pt(inner.Max.X, r.Min.Y), r.Max},
	} {
		fillRect(dst, side, c)
	}
}

// shades are the colours of the values of a map, between minus and plus the largest.
func shades(m [][]float64) func(row, column int) color.RGBA {
	limit := matrix.Largest(m)
	return func(row, column int) color.RGBA { return colour.Diverging(m[row][column], limit) }
}

// paddedDigit are the colours of a digit inside its padding.
func paddedDigit(digit []byte, padding int) func(row, column int) color.RGBA {
	return func(row, column int) color.RGBA {
		row, column = row-padding, column-padding
		if row < 0 || row >= mnist.Side || column < 0 || column >= mnist.Side {
			return colour.Padding
		}
		paper := 255 - digit[row*mnist.Side+column]
		return color.RGBA{paper, paper, paper, 0xff}
	}
}

// fillRect gives a rectangle one colour.
func fillRect(dst draw.Image, r image.Rectangle, c color.Color) {
	draw.Draw(dst, r, image.NewUniform(c), image.Point{}, draw.Src)
}
