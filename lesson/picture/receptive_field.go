package picture

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/colour"
)

// ReceptiveField returns a digit [28, 28] with squares around what one number that comes
// out of a stack of windows, first layer first, has seen of it. The largest square belongs to
// the number at row and column behind the last window. In it lies the square of a number, one
// layer earlier, that this one is made of, and so on. A legend names their sizes, which are
// those of [conv.ReceptiveField]. Every pixel becomes scale × scale pixels. What is grey outside
// of the digit is padding.
//
// A zero Stride counts as 1: write [conv.Pool] for a pooling layer. ReceptiveField panics if
// the last output has no such position, or if the image has another size.
func ReceptiveField(digit []byte, row, column, scale int, windows ...conv.Window) image.Image {
	checkReceptive(digit, row, column, scale, windows)
	return drawFields(digit, scale, fields(row, column, windows))
}

// checkReceptive panics on what ReceptiveField cannot draw.
func checkReceptive(image []byte, row, column, scale int, windows []conv.Window) {
	if len(image) != mnist.Pixels {
		panicf("the image has %d pixels: give ReceptiveField an image of %d×%d", len(image), mnist.Side, mnist.Side)
	}
	if scale < 1 {
		panicf("scale %d: it must be 1 or more", scale)
	}
	size := mnist.Side
	for _, w := range windows {
		size = w.Size(size)
	}
	if row < 0 || row >= size || column < 0 || column >= size {
		panicf("no position %d, %d: behind %d windows there are %d×%d, from 0, 0", row, column, len(windows), size, size)
	}
}

// fields returns what a number behind each window has seen, in pixels of the image, which may
// lie outside of it. The number behind the last window is at row and column, and each before
// it is the middle one of those that the next is made of.
func fields(row, column int, windows []conv.Window) []image.Rectangle {
	list := make([]image.Rectangle, len(windows))
	number := image.Pt(column, row)
	for n := len(windows); n > 0; n-- {
		list[n-1] = fieldOf(number, windows[:n])
		w := windows[n-1].ForConv()
		middle := (w.Kernel-1)/2*w.Dilation - w.Padding
		number = number.Mul(w.Stride).Add(image.Pt(middle, middle))
	}
	return list
}

// fieldOf returns what one number behind the windows has seen.
func fieldOf(number image.Point, windows []conv.Window) image.Rectangle {
	size, _ := conv.ReceptiveField(windows...)
	first := number
	for n := len(windows); n > 0; n-- {
		w := windows[n-1].ForConv()
		first = first.Mul(w.Stride).Sub(image.Pt(w.Padding, w.Padding))
	}
	return image.Rectangle{first, first.Add(image.Pt(size, size))}
}

// drawFields draws a digit, the frames of the fields and the legend. A frame that would lie on
// the next larger one moves a little inwards.
func drawFields(digit []byte, scale int, fields []image.Rectangle) image.Image {
	margin := overhang(fields)
	paper := squaresBounds(mnist.Side+2*margin, mnist.Side+2*margin, scale)
	img := image.NewRGBA(paper.Union(legendLine(paper, len(fields)-1)))
	fillRect(img, img.Rect, colour.Paper)
	drawSquares(img, paper, scale, paddedDigit(digit, margin))
	inset := 0
	for n := len(fields) - 1; n >= 0; n-- {
		f := fields[n]
		if n+1 < len(fields) && touch(f, fields[n+1]) {
			inset += frameWidth + 1
		} else {
			inset = 0
		}
		r := squaresAt(paper, scale, f.Min.Y+margin, f.Min.X+margin, f.Dy(), f.Dx()).Inset(inset)
		drawFrame(img, r.Inset(-1), frameWidth+2, colour.Paper) // to be seen on ink
		drawFrame(img, r, frameWidth, fieldColour(n))
	}
	drawLegend(img, paper, fields)
	return img
}

// overhang returns how many pixels the fields reach over the edge of the image at most.
func overhang(fields []image.Rectangle) int {
	most := 0
	for _, f := range fields {
		most = max(most, -f.Min.X, -f.Min.Y, f.Max.X-mnist.Side, f.Max.Y-mnist.Side)
	}
	return most
}

// touch reports whether a rectangle has part of an edge in common with one around it.
func touch(inner, outer image.Rectangle) bool {
	return inner.Min.X == outer.Min.X || inner.Min.Y == outer.Min.Y || inner.Max.X == outer.Max.X || inner.Max.Y == outer.Max.Y
}

// drawLegend writes the sizes of the fields beside the digit, in their colours.
func drawLegend(dst draw.Image, paper image.Rectangle, fields []image.Rectangle) {
	const side = 12
	for n, f := range fields {
		line := legendLine(paper, n)
		mark := image.Rect(0, 0, side, side).Add(line.Min.Add(image.Pt(0, (line.Dy()-side)/2)))
		drawFrame(dst, mark, frameWidth+1, fieldColour(n))
		text := fmt.Sprintf("layer %d: %d×%d pixels", n+1, f.Dx(), f.Dy())
		line.Min.X = mark.Max.X + side/2
		line.Max.X = line.Min.X + textWidth(text, captionSize)
		writeText(dst, line, text, captionSize)
	}
}

// legendLine returns the place of a line of the legend beside a digit.
func legendLine(paper image.Rectangle, n int) image.Rectangle {
	const width = 160
	corner := image.Pt(paper.Max.X+gap, paper.Min.Y+n*captionHeight)
	return image.Rectangle{corner, corner.Add(image.Pt(width, captionHeight))}
}

// fieldColour returns the colour of the field of layer n, from 0.
func fieldColour(n int) color.Color { return colour.Curves[n%len(colour.Curves)] }
