package plots

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// addCurve adds a line through the finite values, of which value i lies at x(i). A few
// values get dots as well, and so does a value between two gaps.
func addCurve(p *plot.Plot, c color.Color, name string, values []float64, x func(i int) float64) {
	const few = 40
	stroke := draw.LineStyle{Color: c, Width: 1.5}
	dot := draw.GlyphStyle{Color: c, Radius: 2.5, Shape: draw.CircleGlyph{}}
	for _, piece := range pieces(values, x) {
		p.Add(&plotter.Line{XYs: piece, LineStyle: stroke})
		if len(values) <= few || len(piece) == 1 {
			p.Add(&plotter.Scatter{XYs: piece, GlyphStyle: dot})
		}
	}
	if name != "" {
		p.Legend.Add(name, &plotter.Line{LineStyle: stroke})
	}
}

// pieces returns the points of the finite values, cut where a value is not finite.
func pieces(values []float64, x func(i int) float64) []plotter.XYs {
	all := []plotter.XYs{nil}
	for i, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			all = append(all, nil)
			continue
		}
		last := &all[len(all)-1]
		*last = append(*last, plotter.XY{X: x(i), Y: v})
	}
	return slices.DeleteFunc(all, func(piece plotter.XYs) bool { return len(piece) == 0 })
}
