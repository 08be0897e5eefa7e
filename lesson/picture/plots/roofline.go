package plots

import (
	"fmt"
	"image/color"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// Work is something that a machine does: so many operations for each byte that it moves, and
// the operations a second that were measured.
type Work struct {
	Name               string
	PerByte, PerSecond float64
}

// Roofline returns a plot of what a machine can do at most, and what it does: operations a second
// against operations for each byte, both axes by powers of ten. The roof has a machine's two
// numbers: it rises with the bytes a second that memory gives, and is flat at the operations a
// second that the processor does (Williams, Waterman and Patterson, 2009). Roofline panics
// unless all numbers are positive.
func Roofline(operations, bytes float64, works ...Work) *plot.Plot {
	if !(operations > 0 && bytes > 0) {
		panicf("a roof of %v operations and %v bytes a second: both must be positive", operations, bytes)
	}
	ridge := operations / bytes
	p := newPlot("operations for each byte", powers{1, ""}, "")
	p.Title.Text = "operations a second" // beside the axis, gonum/plot v0.15.2 keeps room for it as if powers were not even
	p.Title.TextStyle.Font, p.Title.Padding = p.X.Label.TextStyle.Font, 6
	p.X.Scale, p.Y.Scale, p.Y.Tick.Marker = plot.LogScale{}, plot.LogScale{}, powers{1e9, " billion"}
	left, right, low := ridge, ridge, operations
	for i, w := range works {
		if !(w.PerByte > 0 && w.PerSecond > 0) {
			panicf("%s: %v operations a byte, %v a second: both must be positive", w.Name, w.PerByte, w.PerSecond)
		}
		left, right, low = min(left, w.PerByte), max(right, w.PerByte), min(low, w.PerSecond)
		style := draw.GlyphStyle{Color: colour.Curves[i%len(colour.Curves)], Radius: 4, Shape: draw.CircleGlyph{}}
		dot := &plotter.Scatter{XYs: plotter.XYs{{X: w.PerByte, Y: w.PerSecond}}, GlyphStyle: style}
		p.Add(dot)
		p.Legend.Add(w.Name, dot)
	}
	left, right = left/3, right*10 // room for the legend
	roof := plotter.XYs{{X: left, Y: left * bytes}, {X: ridge, Y: operations}, {X: right, Y: operations}}
	p.Add(&plotter.Line{XYs: roof, LineStyle: draw.LineStyle{Color: color.Gray{0x66}, Width: 2}})
	p.X.Min, p.X.Max = left, right
	p.Y.Min, p.Y.Max = min(low, left*bytes)/2, 2*operations
	p.Legend.ThumbnailWidth = 10
	return p
}

// powers are the ticks of an axis by powers of ten, labelled in a unit.
type powers struct {
	unit float64
	name string
}

func (p powers) Ticks(low, high float64) (ticks []plot.Tick) {
	for _, t := range (plot.LogTicks{Prec: -1}).Ticks(low, high) {
		if t.Value < low || t.Value > high { // those would take room beside the axis
			continue
		}
		if t.Label != "" {
			t.Label = fmt.Sprint(t.Value/p.unit, p.name)
		}
		ticks = append(ticks, t)
	}
	return ticks
}
