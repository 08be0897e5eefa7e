//go:build js && wasm

package main

import (
	"math"
	"syscall/js"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/drawn"
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
			f.x = plane(drawn.Of(byte(i-1), 1))
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
	once("setTimeout", func() { f.guard(f.step) }, 500)
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
