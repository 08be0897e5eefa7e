//go:build js && wasm

package main

import (
	"image/color"
	"math"
	"syscall/js"

	"convnet.example/lesson/descent"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// A descentFigure is a run down the ravine of notebook 09.
type descentFigure struct {
	*view
	rate, momentum float64
	ground         *canvas
	formula        js.Value
}

// steps of a run.
const steps = 60

func newDescent(v *view) {
	f := &descentFigure{view: v, rate: 0.01, momentum: 0.5}
	row := v.row()
	v.slider(row, "rate", say.Text("rate", "学习率"), &f.rate, 0.0005, 0.025, 0.0005)
	v.slider(row, "momentum", say.Text("momentum", "动量"), &f.momentum, 0, 0.98, 0.02)
	f.formula = v.add(v.root, "pre", "class", "cl-formula", "aria-live", "polite")
	f.ground = v.canvas(v.root, "cl-paper", say.Text("the path of 60 steps down a long narrow valley, over its contours", "在峡谷里走 60 步的路径，背景是等高线"), 640, 300)
	v.draw = f.paint
}

// The part of the plane that is shown.
const left, right, below, above = -2.2, 1.0, -0.35, 0.35

func (f *descentFigure) at(x, y float64) [2]float64 {
	return [2]float64{(x - left) / (right - left) * f.ground.width, (above - y) / (above - below) * f.ground.height}
}

func (f *descentFigure) paint() {
	f.say("")
	run := descent.SGD{LearningRate: f.rate, Momentum: f.momentum}
	setText(f.formula, figure.Downhill(run))
	f.ground.clear()
	for _, height := range []float64{0.05, 0.3, 1, 2.5, 5} {
		f.contour(height)
	}
	f.ground.text(f.at(0, 0)[0], f.at(0, 0)[1], 16, "+")
	var path [][2]float64
	for _, w := range run.Path(descent.Start, descent.Course.Gradient, steps) {
		p := f.at(w[0], w[1])
		if !(math.Abs(p[0]) < 1e5 && math.Abs(p[1]) < 1e5) {
			break // far outside
		}
		path = append(path, p)
	}
	f.ground.line(path, 1.2, colour.Curves[0])
	for _, p := range path {
		f.ground.dot(p[0], p[1], 2.5, colour.Curves[0])
	}
	end := path[len(path)-1]
	f.ground.dot(end[0], end[1], 6, colour.Curves[1])
}

// contour draws the line of that height.
func (f *descentFigure) contour(height float64) {
	line := descent.Course.Contour(height)
	for i, at := range line {
		line[i] = f.at(at[0], at[1])
	}
	f.ground.line(line, 0.75, color.Gray{0xbb})
}
