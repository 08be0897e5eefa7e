//go:build js && wasm

package main

import (
	"image/color"
	"math"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
)

// A grid is numbers on a canvas: as squares of colour, with the numbers in them where there
// is room.
type grid struct {
	*canvas
	x, y, cell float64 // its corner, and the side of a square
}

// fit lays a grid of rows × columns into the middle of the canvas, no cell larger than most.
func (c *canvas) fit(rows, columns int, most float64) grid {
	cell := min(most, math.Floor(c.width/float64(columns)), math.Floor(c.height/float64(rows)))
	return grid{c, math.Floor((c.width - cell*float64(columns)) / 2), math.Floor((c.height - cell*float64(rows)) / 2), cell}
}

// place returns the row and the column under a point.
func (g grid) place(x, y float64) (row, column int) {
	return int(math.Floor((y - g.y) / g.cell)), int(math.Floor((x - g.x) / g.cell))
}

// square paints a cell, and writes its number if it is large enough.
func (g grid) square(row, column int, c color.Color, number float64) {
	x, y := g.x+g.cell*float64(column), g.y+g.cell*float64(row)
	g.fill(x, y, g.cell, g.cell, c)
	if g.cell >= 20 {
		g.frame(x+0.5, y+0.5, g.cell-1, g.cell-1, 1, colour.Line)
		g.text(x+g.cell/2, y+g.cell/2+1, g.cell*0.44, figure.Number(number))
	}
}

// around draws a frame around rows and columns of cells.
func (g grid) around(row, column, rows, columns int) {
	g.frame(g.x+g.cell*float64(column), g.y+g.cell*float64(row), g.cell*float64(columns), g.cell*float64(rows), 2.5, frame)
}

// ink is the grey of ink from 0, paper, to 1.
func ink(v float64) color.Color { return color.Gray{uint8(255 - 255*max(0, min(1, v)))} }

// largest is the largest absolute value, the end of the colours' scale.
func largest(maps ...[][]float64) (most float64) {
	for _, m := range maps {
		for _, row := range m {
			for _, v := range row {
				most = max(most, math.Abs(v))
			}
		}
	}
	return most
}
