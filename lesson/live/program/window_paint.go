//go:build js && wasm

package main

import (
	"fmt"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

func (f *windowFigure) paint() {
	w := f.window()
	n := w.Size(len(f.x))
	f.say("")
	f.set("output", fmt.Sprintf("%dx%d", n, n))
	setText(f.formula, figure.SizeFormula(len(f.x), w))
	row, column := max(0, min(n-1, f.place.now[0])), max(0, min(n-1, f.place.now[1]))
	f.place.now = [2]int{row, column}
	f.paintInput(w, n > 0)
	f.out.clear()
	if n == 0 {
		setText(f.sum, "")
		return
	}
	y := conv.Correlate(f.x, ones(w.Kernel), w)
	g, most := f.outGrid(n), largest(y)
	for i, row := range y {
		for j, v := range row {
			g.square(i, j, colour.Pale(v, most), v)
		}
	}
	g.around(row, column, 1, 1)
	setText(f.sum, fmt.Sprintf(say.Text("row %d, column %d of %d×%d (from 0): the sum of the numbers under the window is %s", "%[3]d×%[4]d 的输出，第 %[1]d 行第 %[2]d 列（从 0 数起）：窗口盖住的数之和是 %[5]s"),
		row, column, n, n, figure.Number(y[row][column])))
}

// paintInput paints the numbers inside their padding, those under the window on amber.
func (f *windowFigure) paintInput(w conv.Window, fits bool) {
	f.in.clear()
	side, g := len(f.x)+2*w.Padding, f.inGrid()
	row, column := f.place.now[0], f.place.now[1]
	for r := range side {
		for c := range side {
			i, j := r-w.Padding, c-w.Padding
			inside := i >= 0 && j >= 0 && i < len(f.x) && j < len(f.x)
			number, paint := 0.0, ink(0)
			if inside {
				number = f.x[i][j]
			}
			switch covered := fits && w.Covers(r, row) && w.Covers(c, column); {
			case covered && len(f.x) > 7:
				paint = mixed(number)
			case covered:
				paint = colour.Covered
			case !inside:
				paint = colour.Padding
			case len(f.x) > 7:
				paint = ink(number)
			}
			g.square(r, c, paint, number)
		}
	}
	if fits {
		g.around(row*w.Stride, column*w.Stride, w.Span(), w.Span())
	}
}

// ones is a kernel that adds up what it covers.
func ones(side int) [][]float64 {
	k := make([][]float64, side)
	for i := range k {
		k[i] = make([]float64, side)
		for j := range k[i] {
			k[i][j] = 1
		}
	}
	return k
}
