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
	place                             held[[2]int] // row and column of the output
	in, out                           *canvas
	formula, sum                      js.Value
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
	f.formula = v.add(v.root, "pre", "class", "cl-formula", "aria-live", "polite")
	row = v.add(v.root, "div", "class", "cl-stage")
	f.in = v.canvas(row, "cl-paper", say.Text("the numbers in their padding, and the window on them", "带填充的数，窗口盖在上面"), 338, 338)
	f.out = v.canvas(row, "cl-paper", say.Text("the output: the sum of what each place of the window covers", "输出：窗口在每个位置盖住的数之和"), 338, 338)
	f.sum = v.add(v.root, "pre", "class", "cl-formula", "aria-live", "polite")
	step := func(right, down int) { f.led(f.place.now[0]+down, f.place.now[1]+right) }
	v.point(f.out, pointer{func(x, y float64) { f.led(f.outGrid(f.size()).place(x, y)) }, f.place.hold, f.place.back, step})
	v.point(f.in, pointer{func(x, y float64) {
		i, j := f.inGrid().place(x, y)
		f.led(i/f.window().ForConv().Stride, j/f.window().ForConv().Stride)
	}, f.place.hold, f.place.back, step})
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
	if !f.walking || !f.root.Get("isConnected").Bool() {
		return
	}
	if n := f.size(); n > 0 {
		next := (f.place.now[0]*n + f.place.now[1] + 1) % (n * n)
		f.move(next/n, next%n)
		f.place.hold()
	}
	once("setTimeout", f.step, 500)
}

// size is the side of the output.
func (f *windowFigure) size() int { return f.window().Size(len(f.x)) }

// move puts the window on a place, or the nearest one that there is.
func (f *windowFigure) move(row, column int) {
	last := f.size() - 1
	f.place.now = [2]int{max(0, min(last, row)), max(0, min(last, column))}
	f.changed()
}

// led moves the window where the reader leads it. It walks by itself no more.
func (f *windowFigure) led(row, column int) {
	if f.walking {
		f.toggle()
	}
	f.move(row, column)
}

func (f *windowFigure) inGrid() grid {
	side := len(f.x) + 2*f.window().Padding
	return f.in.fit(side, side, f.cell())
}

func (f *windowFigure) outGrid(n int) grid { return f.out.fit(n, n, f.cell()) }

// cell is the side of a cell, the same on both canvases.
func (f *windowFigure) cell() float64 {
	w := f.window()
	return math.Floor(f.in.width / float64(max(len(f.x)+2*w.Padding, f.size())))
}

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
