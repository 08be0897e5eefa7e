//go:build js && wasm

package main

import (
	"fmt"
	"strings"
	"syscall/js"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// A kernelFigure is a kernel to edit, on a digit of one's choice, and its map.
type kernelFigure struct {
	*view
	digit, number   int
	x               [][]float64
	kernel          [][]float64
	flipped         bool
	row, column     int // of the map
	cells           js.Value
	in, out         *canvas
	flip, sum, name js.Value
}

func newKernel(v *view) {
	f := &kernelFigure{view: v, digit: 7, kernel: figure.Presets()[0].Kernel, row: 8, column: 10}
	row := v.row()
	var names []string
	for _, p := range figure.Presets() {
		names = append(names, p.Name)
	}
	v.choice(row, "preset", say.Text("kernel", "卷积核"), names, func(i int) { f.use(figure.Presets()[i].Kernel) })
	v.button(row, "side", "3×3 ↔ 5×5", func() { f.use(figure.Resized(f.kernel)) })
	v.choice(row, "digit", say.Text("on", "图像"), digitNames(), func(i int) { f.write(i, 0) })
	v.button(row, "another", say.Text("another way to write it", "换一种写法"), func() { f.write(f.digit, f.number+1) })
	f.flip = v.button(row, "flip", say.Text("flip the kernel", "翻转卷积核"), func() { f.flipped = !f.flipped; v.changed() })
	f.name = v.add(v.root, "p", "class", "cl-name")
	stage := v.add(v.root, "div", "class", "cl-stage")
	f.in = v.canvas(stage, "cl-paper", say.Text("the digit, and what the kernel covers", "数字，以及卷积核盖住的地方"), 252, 252)
	f.cells = v.add(stage, "div", "class", "cl-kernel", "role", "group", "aria-label", say.Text("the kernel's numbers", "卷积核里的数"))
	f.out = v.canvas(stage, "cl-paper", say.Text("the map: red is positive, blue is negative", "特征图：红为正，蓝为负"), 252, 252)
	f.sum = v.add(v.root, "pre", "class", "cl-formula")
	v.pointable(f.out, func(x, y float64) { f.moved(f.outGrid().place(x, y)) }, func(right, down int) { f.moved(f.row+down, f.column+right) })
	v.pointable(f.in, func(x, y float64) {
		i, j := f.inGrid().place(x, y)
		f.moved(i-len(f.kernel)/2, j-len(f.kernel)/2)
	}, func(right, down int) { f.moved(f.row+down, f.column+right) })
	f.write(f.digit, 0)
	f.use(f.kernel)
	f.root.Call("querySelector", "select[name=digit]").Set("selectedIndex", f.digit)
	v.draw = f.paint
}

func (f *kernelFigure) write(digit, number int) {
	f.digit, f.number = digit, number
	f.x = plane(handwritten(digit, number))
	f.changed()
}

// use takes another kernel, and lays out a field for each of its numbers.
func (f *kernelFigure) use(kernel [][]float64) {
	f.kernel = kernel
	f.say("")
	f.cells.Set("textContent", "")
	f.cells.Get("style").Set("gridTemplateColumns", fmt.Sprintf("repeat(%d, 3.4em)", len(kernel)))
	for i := range kernel {
		for j := range kernel[i] {
			f.field(i, j)
		}
	}
	f.changed()
}

// field adds the field of one number. What is typed there and is no number is refused.
func (f *kernelFigure) field(i, j int) {
	input := f.add(f.cells, "input", "inputmode", "decimal", "maxlength", "12", "autocomplete", "off",
		"aria-label", fmt.Sprintf(say.Text("row %d, column %d", "第 %d 行第 %d 列"), i, j), "value", figure.Number(f.kernel[i][j]))
	f.on(input, "input", func(js.Value) {
		text := strings.TrimSpace(input.Get("value").String())
		if text == "" || text == "-" || text == "−" {
			return // the reader is typing
		}
		v, err := figure.ParseNumber(text)
		input.Call("setAttribute", "aria-invalid", err != nil)
		f.say("")
		if err != nil {
			f.say(err.Error())
		} else {
			f.kernel[i][j] = v
		}
		f.changed()
	})
	f.on(input, "focus", func(js.Value) { input.Call("select") })
}

// used is the kernel as it is laid on the digit.
func (f *kernelFigure) used() [][]float64 {
	if f.flipped {
		return conv.Flip(f.kernel)
	}
	return f.kernel
}

func (f *kernelFigure) moved(row, column int) {
	f.row, f.column = row, column
	f.changed()
}

// keepOnMap moves the place to the nearest one that the map has.
func (f *kernelFigure) keepOnMap() {
	last := len(f.x) - len(f.kernel)
	f.row, f.column = max(0, min(last, f.row)), max(0, min(last, f.column))
}

func (f *kernelFigure) inGrid() grid { return f.in.fit(28, 28, 9) }

func (f *kernelFigure) outGrid() grid {
	n := len(f.x) - len(f.kernel) + 1
	return f.out.fit(n, n, 9)
}

func (f *kernelFigure) paint() {
	f.keepOnMap()
	name := say.Text("cross-correlation: the kernel as it is, what a CNN calls convolution", "互相关：卷积核原样使用，也就是 CNN 所说的卷积")
	if f.flipped {
		name = say.Text("convolution of mathematics: the kernel is turned by 180° first (the boxes show it before the turn, the products below after it)", "数学上的卷积：卷积核先转 180° 再使用（格子里是转之前的数，下面的乘积用转之后的）")
	}
	f.name.Set("textContent", name)
	f.flip.Call("setAttribute", "aria-pressed", f.flipped)
	k := f.used()
	y := conv.Correlate(f.x, k, conv.Window{})
	g := f.inGrid()
	f.in.clear()
	for i, row := range f.x {
		for j, v := range row {
			g.square(i, j, ink(v), v)
		}
	}
	g.around(f.row, f.column, len(k), len(k))
	g, most := f.outGrid(), largest(y)
	f.out.clear()
	for i, row := range y {
		for j, v := range row {
			g.square(i, j, colour.Diverging(v, most), v)
		}
	}
	g.around(f.row, f.column, 1, 1)
	f.set("value", figure.Number(y[f.row][f.column]))
	f.sum.Set("textContent", fmt.Sprintf(say.Text("row %d, column %d (from 0):\n", "第 %d 行第 %d 列（从 0 数起）：\n"), f.row, f.column)+figure.Sum(f.x, k, conv.Window{}, f.row, f.column))
}
