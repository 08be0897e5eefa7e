package picture

import (
	"image"
	"image/color"
	"image/draw"
	"strings"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/internal/matrix"
)

// A correlation is what [conv.Correlate] works on, drawn as an equation with its numbers.
type correlation struct {
	x, kernel, y [][]float64
	down, across conv.Window // the window in either direction
	side         int         // of a cell
	equation     equation
	size         image.Point
	written      bool // that is, there is room for the terms
}

// Pixels of the line below the tables and of its letters.
const (
	termsHeight = 32
	termsSize   = 14
)

func newCorrelation(x, kernel [][]float64, w conv.Window) *correlation {
	c := &correlation{x: x, kernel: kernel, y: conv.Correlate(x, kernel, w)}
	c.down, c.across = w.Sides(kernel)
	for _, m := range [][][]float64{x, kernel, c.y} {
		c.side = max(c.side, cellSide(len(m), len(m[0]), plainCells(m)))
	}
	padding := 2 * c.down.Padding
	c.equation = newEquation([]string{"input", "kernel", "output"},
		tableBounds(len(x)+padding, len(x[0])+padding, c.side),
		tableBounds(len(kernel), len(kernel[0]), c.side),
		tableBounds(len(c.y), len(c.y[0]), c.side))
	c.size = c.equation.size
	c.makeRoom()
	return c
}

// makeRoom adds a line below for the terms, unless they are too long.
func (c *correlation) makeRoom() {
	const most = 760
	longest := 0
	for position := range c.len() {
		longest = max(longest, textWidth(c.terms(position), termsSize))
	}
	if c.written = longest <= most; c.written {
		c.size = image.Pt(max(c.size.X, longest), c.size.Y+termsHeight)
	}
}

// len returns the number of positions. They are counted row by row.
func (c *correlation) len() int { return len(c.y) * len(c.y[0]) }

// at returns row and column of a position.
func (c *correlation) at(position int) (i, j int) {
	return position / len(c.y[0]), position % len(c.y[0])
}

// drawOn draws a position, when the first known numbers of the output are, into a picture
// that has room for it from the corner on.
func (c *correlation) drawOn(dst draw.Image, corner image.Point, position, known int) {
	i, j := c.at(position)
	for k, table := range []cells{windowCells(c.x, c.down, c.across, i, j), plainCells(c.kernel), c.output(position, known)} {
		drawCells(dst, c.equation.places[k].Add(corner), c.side, table)
	}
	c.equation.write(dst, corner)
	if c.written {
		line := image.Rect(0, c.size.Y-termsHeight, c.size.X, c.size.Y).Add(corner)
		writeText(dst, line, c.terms(position), termsSize)
	}
}

// plainCells are the numbers of a matrix on white.
func plainCells(m [][]float64) cells {
	format := formatOf(m)
	return func(i, j int) (string, color.RGBA) { return format(m[i][j]), colour.Paper }
}

// output is the output as far as it is known, with a position in the window's colour.
func (c *correlation) output(position, known int) cells {
	all := plainCells(c.y)
	return func(i, j int) (string, color.RGBA) {
		text, paper := all(i, j)
		here := i*len(c.y[0]) + j
		if here >= known {
			text = ""
		}
		if here == position {
			paper = colour.Covered
		}
		return text, paper
	}
}

// terms returns how the sum at a position is written: 3·1 + 4·2 + … = 211.
func (c *correlation) terms(position int) string {
	i, j := c.at(position)
	w := c.down
	left, right, result := formatOf(c.x), formatOf(c.kernel), formatOf(c.y)
	var terms []string
	for a, row := range c.kernel {
		for b, weight := range row {
			v := matrix.At(c.x, i*w.Stride-w.Padding+a*w.Dilation, j*w.Stride-w.Padding+b*w.Dilation)
			terms = append(terms, factor(left(v))+"·"+factor(right(weight)))
		}
	}
	return strings.Join(terms, " + ") + " = " + result(c.y[i][j])
}

// factor returns a number as a factor is written: negative ones in brackets.
func factor(number string) string {
	if strings.HasPrefix(number, "−") {
		return "(" + number + ")"
	}
	return number
}
