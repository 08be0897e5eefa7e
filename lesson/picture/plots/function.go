package plots

import (
	"image/color"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// Function returns a plot of f between two numbers, with both axes drawn through 0 where
// they pass it, and label as the name of f(x). Where f is infinite or NaN the curve has a
// gap. Function panics unless from is less than to.
func Function(f func(x float64) float64, from, to float64, label string) *plot.Plot {
	const samples = 400 // about one for each pixel
	if !(from < to) {
		panicf("a function from %v to %v: from must be less than to", from, to)
	}
	at := func(i int) float64 { return from + (to-from)*float64(i)/samples }
	values := make([]float64, samples+1)
	for i := range values {
		values[i] = f(at(i))
	}
	p := newPlot("x", valueTicks, label)
	addAxis(p, plotter.XYs{{X: from}, {X: to}}) // makes 0 part of the range
	addCurve(p, colour.Curves[0], "", values, at)
	if p.Y.Min == p.Y.Max { // 0 or not finite everywhere
		p.Y.Max = 1
	}
	p.Y.Min, p.Y.Max = valueTicks.around(p.Y.Min, p.Y.Max)
	if from < 0 && to > 0 {
		addAxis(p, plotter.XYs{{Y: p.Y.Min}, {Y: p.Y.Max}})
	}
	return p
}

// addAxis adds a thin grey line between two points.
func addAxis(p *plot.Plot, ends plotter.XYs) {
	p.Add(&plotter.Line{XYs: ends, LineStyle: draw.LineStyle{Color: color.Gray{0x99}, Width: 0.75}})
}
