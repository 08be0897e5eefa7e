//go:build js && wasm

package main

import (
	"fmt"
	"math"
	"syscall/js"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// A windowFigure is a window that walks over numbers and writes the sum of what it covers.
type windowFigure struct {
	*view
	kernel, padding, stride, dilation float64
	x                                 [][]float64
	row, column                       int // of the output
	in, out                           *canvas
	size, sum                         js.Value
	walking                           bool
	walk                              js.Value // the button
}

func newWindow(v *view) {
	f := &windowFigure{view: v, kernel: 3, stride: 2, padding: 1, dilation: 1, x: figure.Numbers}
	row := v.row()
	v.slider(row, "kernel", say.Text("kernel", "卷积核边长"), &f.kernel, 1, 7, 1)
	v.slider(row, "padding", say.Text("padding", "填充"), &f.padding, 0, 3, 1)
	v.slider(row, "stride", say.Text("stride", "步幅"), &f.stride, 1, 4, 1)
	v.slider(row, "dilation", say.Text("dilation", "空洞率"), &f.dilation, 1, 3, 1)
	row = v.row()
	v.choice(row, "image", say.Text("over", "图像"), append([]string{say.Text("7×7 numbers", "7×7 个数")}, digitNames()...), func(i int) {
		f.x = figure.Numbers
		if i > 0 {
			f.x = plane(handwritten(i-1, 0))
		}
		v.changed()
	})
	f.walk = v.button(row, "walk", say.Text("▶ walk", "▶ 播放"), f.toggle)
	f.size = v.add(v.root, "pre", "class", "cl-formula", "aria-live", "polite")
	row = v.add(v.root, "div", "class", "cl-stage")
	f.in = v.canvas(row, "cl-paper", say.Text("the numbers in their padding, and the window on them", "带填充的数，窗口盖在上面"), 338, 338)
	f.out = v.canvas(row, "cl-paper", say.Text("the output: the sum of what each place of the window covers", "输出：窗口在每个位置盖住的数之和"), 338, 338)
	f.sum = v.add(v.root, "pre", "class", "cl-formula")
	v.pointable(f.out, f.pointed, func(right, down int) { f.moved(f.row+down, f.column+right) })
	v.draw = f.paint
}

// window is what the sliders say.
func (f *windowFigure) window() conv.Window {
	return conv.Window{Kernel: int(f.kernel), Padding: int(f.padding), Stride: int(f.stride), Dilation: int(f.dilation)}
}

func (f *windowFigure) toggle() {
	f.walking = !f.walking
	f.walk.Set("textContent", say.Text("▶ walk", "▶ 播放"))
	if f.walking {
		f.walk.Set("textContent", say.Text("◼ stop", "◼ 停止"))
		f.step()
	}
}

// step moves the window to its next place, and again in half a second.
func (f *windowFigure) step() {
	if !f.walking {
		return
	}
	if n := f.window().Size(len(f.x)); n > 0 {
		next := (f.row*n + f.column + 1) % (n * n)
		f.moved(next/n, next%n)
	}
	once("setTimeout", f.step, 500)
}

// moved puts the window on a place, or the nearest one that there is.
func (f *windowFigure) moved(row, column int) {
	last := f.window().Size(len(f.x)) - 1
	f.row, f.column = max(0, min(last, row)), max(0, min(last, column))
	f.changed()
}

func (f *windowFigure) pointed(x, y float64) {
	if n := f.window().Size(len(f.x)); n > 0 {
		f.walking = true
		f.toggle() // the reader leads now
		f.moved(f.outGrid(n).place(x, y))
	}
}

func (f *windowFigure) outGrid(n int) grid { return f.out.fit(n, n, f.cell()) }

// cell is the side of a cell, the same on both canvases.
func (f *windowFigure) cell() float64 {
	w := f.window()
	return math.Floor(f.in.width / float64(max(len(f.x)+2*w.Padding, w.Size(len(f.x)))))
}

func (f *windowFigure) paint() {
	w := f.window()
	n := w.Size(len(f.x))
	f.say("")
	f.set("output", fmt.Sprintf("%dx%d", n, n))
	f.size.Set("textContent", figure.SizeFormula(len(f.x), w))
	f.row, f.column = max(0, min(n-1, f.row)), max(0, min(n-1, f.column))
	f.paintInput(w, n > 0)
	f.out.clear()
	if n == 0 {
		f.sum.Set("textContent", "")
		return
	}
	y := conv.Correlate(f.x, ones(w.Kernel), w)
	g, most := f.outGrid(n), largest(y)
	for i, row := range y {
		for j, v := range row {
			g.square(i, j, colour.Pale(v, most), v)
		}
	}
	g.around(f.row, f.column, 1, 1)
	f.sum.Set("textContent", fmt.Sprintf(say.Text("row %d, column %d of %d×%d (from 0): the sum of the numbers under the window is %s", "%[3]d×%[4]d 的输出，第 %[1]d 行第 %[2]d 列（从 0 数起）：窗口盖住的数之和是 %[5]s"),
		f.row, f.column, n, n, figure.Number(y[f.row][f.column])))
}

// paintInput paints the numbers inside their padding, those under the window on amber.
func (f *windowFigure) paintInput(w conv.Window, fits bool) {
	f.in.clear()
	side := len(f.x) + 2*w.Padding
	g := f.in.fit(side, side, f.cell())
	for r := range side {
		for c := range side {
			i, j := r-w.Padding, c-w.Padding
			inside := i >= 0 && j >= 0 && i < len(f.x) && j < len(f.x)
			number, paint := 0.0, ink(0)
			if inside {
				number = f.x[i][j]
			}
			switch covered := fits && w.Covers(r, f.row) && w.Covers(c, f.column); {
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
		g.around(f.row*w.Stride, f.column*w.Stride, w.Span(), w.Span())
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
