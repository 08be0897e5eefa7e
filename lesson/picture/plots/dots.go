package plots

import (
	"slices"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// Dots returns a plot with a row for each name, the first on top, and in it a dot for each of
// its values and a stroke at their mean: runs that differ in nothing but their seed show how
// much a difference between rows can mean. Label stands below the axis. Dots panics unless
// there is a name for each row, or if a row is empty.
func Dots(label string, names []string, rows [][]float64) *plot.Plot {
	if len(names) != len(rows) || len(rows) == 0 {
		panicf("%d names for %d rows of dots: give one for each", len(names), len(rows))
	}
	p := newPlot(label, valueTicks, "")
	for i, values := range rows {
		if len(values) == 0 {
			panicf("row %q has no values: give it one or more", names[i])
		}
		addRow(p, float64(len(rows)-1-i), values)
	}
	upward := slices.Clone(names)
	slices.Reverse(upward)
	p.NominalY(upward...)
	p.Y.Min, p.Y.Max = -0.6, float64(len(rows))-0.4
	p.X.Min, p.X.Max = valueTicks.around(p.X.Min, p.X.Max)
	return p
}

// addRow adds the dots of a row at height y, and a stroke across it at their mean.
func addRow(p *plot.Plot, y float64, values []float64) {
	var dots plotter.XYs
	mean := 0.0
	for _, v := range values {
		dots = append(dots, plotter.XY{X: v, Y: y})
		mean += v / float64(len(values))
	}
	stroke := plotter.XYs{{X: mean, Y: y - 0.3}, {X: mean, Y: y + 0.3}}
	p.Add(&plotter.Line{XYs: stroke, LineStyle: draw.LineStyle{Color: colour.Curves[1], Width: 2}},
		&plotter.Scatter{XYs: dots, GlyphStyle: draw.GlyphStyle{Color: colour.Curves[0], Radius: 3, Shape: draw.CircleGlyph{}}})
}
