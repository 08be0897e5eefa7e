//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/drawn"
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
	place           held[[2]int] // row and column of the map
	presets, cells  js.Value
	fields          []js.Value // one for each number
	in, out         *canvas
	flip, sum, name js.Value
}

func newKernel(v *view) {
	f := &kernelFigure{view: v, digit: 7, kernel: figure.Presets()[0].Kernel, place: held[[2]int]{[2]int{8, 10}, [2]int{8, 10}}}
	row := v.row()
	var names []string
	for _, p := range figure.Presets() {
		names = append(names, p.Name)
	}
	f.presets = v.choice(row, "preset", say.Text("kernel", "卷积核"), names, func(i int) { f.use(figure.Presets()[i].Kernel) })
	v.button(row, "side", "3×3 ↔ 5×5", func() {
		f.use(figure.Resized(f.kernel))
		f.presets.Set("selectedIndex", -1) // the reader's own
	})
	v.choice(row, "digit", say.Text("on", "图像"), digitNames(), func(i int) { f.write(i, 0) })
	v.button(row, "another", say.Text("another way to write it", "换一种写法"), func() { f.write(f.digit, f.number+1) })
	f.flip = v.button(row, "flip", say.Text("flip the kernel", "翻转卷积核"), func() { f.flipped = !f.flipped; v.changed() })
	f.name = v.add(v.root, "p", "class", "cl-name")
	stage := v.add(v.root, "div", "class", "cl-stage")
	f.in = v.canvas(stage, "cl-paper", say.Text("the digit, and what the kernel covers", "数字，以及卷积核盖住的地方"), 252, 252)
	f.cells = v.add(stage, "div", "class", "cl-kernel", "role", "group", "aria-label", say.Text("the kernel's numbers", "卷积核里的数"))
	f.out = v.canvas(stage, "cl-paper", say.Text("the map: red is positive, blue is negative", "特征图：红为正，蓝为负"), 252, 252)
	v.add(v.root, "p", "class", "cl-name", "text", say.Text("In the map, red is positive and blue is negative. Point at a place; a press holds it.", "特征图里红为正，蓝为负。指向一个位置；按一下就固定下来。"))
	f.sum = v.add(v.root, "pre", "class", "cl-formula", "aria-live", "polite")
	step := func(right, down int) { f.move(f.place.now[0]+down, f.place.now[1]+right) }
	v.point(f.out, pointer{func(x, y float64) { f.move(f.outGrid().place(x, y)) }, f.place.hold, f.place.back, step})
	v.point(f.in, pointer{func(x, y float64) {
		i, j := f.inGrid().place(x, y)
		f.move(i-len(f.kernel)/2, j-len(f.kernel)/2)
	}, f.place.hold, f.place.back, step})
	f.write(f.digit, 0)
	f.use(f.kernel)
	f.root.Call("querySelector", "select[name=digit]").Set("selectedIndex", f.digit)
	v.draw = f.paint
}

func (f *kernelFigure) write(digit, number int) {
	f.digit, f.number = digit, number
	f.x = plane(drawn.Of(byte(digit), uint64(1+number)))
	f.changed()
}

// used is the kernel as it is laid on the digit.
func (f *kernelFigure) used() [][]float64 {
	if f.flipped {
		return conv.Flip(f.kernel)
	}
	return f.kernel
}

func (f *kernelFigure) move(row, column int) {
	f.place.now = [2]int{row, column}
	f.changed()
}

// onMap returns the place that is looked at, or the nearest one that the map has.
func (f *kernelFigure) onMap() (row, column int) {
	last := len(f.x) - len(f.kernel)
	f.place.now = [2]int{max(0, min(last, f.place.now[0])), max(0, min(last, f.place.now[1]))}
	return f.place.now[0], f.place.now[1]
}

func (f *kernelFigure) inGrid() grid { return f.in.fit(28, 28, 9) }

func (f *kernelFigure) outGrid() grid {
	n := len(f.x) - len(f.kernel) + 1
	return f.out.fit(n, n, 9)
}

func (f *kernelFigure) paint() {
	row, column := f.onMap()
	name := say.Text("cross-correlation: the kernel as it is, what a CNN calls convolution", "互相关：卷积核原样使用，也就是 CNN 所说的卷积")
	if f.flipped {
		name = say.Text("convolution of mathematics: the kernel is turned by 180° first (the boxes show it before the turn, the products below after it)", "数学上的卷积：卷积核先转 180° 再使用（格子里是转之前的数，下面的乘积用转之后的）")
	}
	setText(f.name, name)
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
	g.around(row, column, len(k), len(k))
	g, most := f.outGrid(), largest(y)
	f.out.clear()
	for i, row := range y {
		for j, v := range row {
			g.square(i, j, colour.Diverging(v, most), v)
		}
	}
	g.around(row, column, 1, 1)
	f.set("value", figure.Number(y[row][column]))
	setText(f.sum, fmt.Sprintf(say.Text("row %d, column %d (from 0):\n", "第 %d 行第 %d 列（从 0 数起）：\n"), row, column)+figure.Sum(f.x, k, conv.Window{}, row, column))
}
