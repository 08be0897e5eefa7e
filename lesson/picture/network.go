package picture

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strings"

	"convnet.example/lesson/internal/colour"
)

// Network returns a drawing of what goes from layer to layer, left to right, under the names
// of the layers and over their shapes. All sizes are to scale: a number is scale × scale
// pixels. Maps, of shape [c, h, w], lie behind each other as c sheets of h × w. A row of
// numbers, of shape [n], stands upright, folded into columns no higher than the highest map.
// Network panics on other shapes, and unless there is a name for each.
func Network(names []string, shapes [][]int, scale int) image.Image {
	checkNetwork(names, shapes, scale)
	boxes := boxesOf(names, shapes, scale)
	size := image.Pt(2*margin-arrowWidth, 0)
	for _, b := range boxes {
		size = image.Pt(size.X+b.width()+arrowWidth, max(size.Y, b.size.Y))
	}
	img := image.NewRGBA(image.Rect(0, 0, size.X, size.Y+2*captionHeight))
	fillRect(img, img.Rect, colour.Paper)
	x := margin
	for i, b := range boxes {
		if i > 0 {
			writeText(img, image.Rect(x-arrowWidth, 0, x, img.Rect.Max.Y), "→", numberSize)
		}
		b.draw(img, image.Rect(x, 0, x+b.width(), img.Rect.Max.Y))
		x += b.width() + arrowWidth
	}
	return img
}

// Pixels between two layers, and left and right of all.
const (
	arrowWidth = 22
	margin     = 6
)

// checkNetwork panics on what Network cannot draw.
func checkNetwork(names []string, shapes [][]int, scale int) {
	if len(names) != len(shapes) || len(names) == 0 {
		panicf("%d names for %d shapes: give one for each, and at least one", len(names), len(shapes))
	}
	if scale < 1 {
		panicf("scale %d: it must be 1 or more", scale)
	}
	for i, shape := range shapes {
		if len(shape) != 3 && len(shape) != 1 {
			panicf("%s has the shape %v: give [c, h, w] for maps or [n] for a row of numbers", names[i], shape)
		}
		for _, side := range shape {
			if side < 1 {
				panicf("%s has the shape %v: all sides must be 1 or more", names[i], shape)
			}
		}
	}
}

// A box is what comes out of a layer: sheets, the first in front and each of the others a step
// further behind.
type box struct {
	name, shape string
	sheet       image.Point // pixels of each
	sheets      int
	step        image.Point // from a sheet to the one behind it
	size        image.Point // of all together
	paper, line color.Color
}

// boxesOf returns a box for each layer.
func boxesOf(names []string, shapes [][]int, scale int) (boxes []box) {
	rows := 1 // of the highest map
	for _, shape := range shapes {
		if len(shape) == 3 {
			rows = max(rows, shape[1])
		}
	}
	for i, shape := range shapes {
		boxes = append(boxes, newBox(names[i], shape, rows, scale))
	}
	return boxes
}

// newBox makes a box of maps, or of a row of numbers in columns of at most that many rows.
func newBox(name string, shape []int, rows, scale int) box {
	b := box{name: name, shape: strings.Trim(strings.ReplaceAll(fmt.Sprint(shape), " ", "×"), "[]")}
	if len(shape) == 3 {
		b.sheets, b.sheet, b.step = shape[0], image.Pt(shape[2], shape[1]), image.Pt(1, -1)
		b.paper, b.line = colour.Diverging(-0.3, 1), colour.Text
	} else {
		high := min(shape[0], rows)
		b.sheets, b.sheet, b.step = (shape[0]+high-1)/high, image.Pt(1, high), image.Pt(1, 0)
		b.paper, b.line = colour.Covered, colour.Frame
	}
	b.sheet, b.step = b.sheet.Mul(scale), b.step.Mul(scale)
	b.size = b.sheet.Add(image.Pt(b.step.X, -b.step.Y).Mul(b.sheets - 1))
	return b
}

// width is that of the box or of what is written to it.
func (b box) width() int {
	return max(b.size.X, textWidth(b.name, captionSize), textWidth(b.shape, captionSize))
}

// draw draws the box in the middle of its place, the sheet in front last.
func (b box) draw(dst draw.Image, place image.Rectangle) {
	corner := place.Min.Add(place.Size().Sub(b.size).Div(2))
	first := image.Rectangle{Max: b.sheet}.Add(corner).Add(image.Pt(0, b.size.Y-b.sheet.Y))
	for i := b.sheets - 1; i >= 0; i-- {
		sheet := first.Add(b.step.Mul(i))
		fillRect(dst, sheet, b.paper)
		drawFrame(dst, sheet, lineWidth, b.line)
	}
	top, bottom := place, place
	top.Max.Y, bottom.Min.Y = place.Min.Y+captionHeight, place.Max.Y-captionHeight
	writeText(dst, top, b.name, captionSize)
	writeText(dst, bottom, b.shape, captionSize)
}
