package lesson

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// Ticks of the axes. Steps have long numbers, epochs short ones.
var (
	epochTicks = roundTicks{most: 10, least: 1}
	stepTicks  = roundTicks{most: 6, least: 1}
	valueTicks = roundTicks{most: 7}
)

// curveColours are told apart by colour-blind people too (Okabe and Ito, 2008).
var curveColours = []color.Color{
	color.RGBA{0x00, 0x72, 0xb2, 0xff}, // blue
	color.RGBA{0xd5, 0x5e, 0x00, 0xff}, // vermilion
	color.RGBA{0x00, 0x9e, 0x73, 0xff}, // green
	color.RGBA{0xcc, 0x79, 0xa7, 0xff}, // purple
	color.RGBA{0xe6, 0x9f, 0x00, 0xff}, // orange
}

// newPlot returns a plot without data in the style of the lesson.
func newPlot(x string, ticks plot.Ticker, y string) *plot.Plot {
	p := plot.New()
	p.X.Label.Text, p.Y.Label.Text = x, y
	p.X.Tick.Marker, p.Y.Tick.Marker = ticks, valueTicks
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Label.TextStyle.Font.Variant, axis.Label.TextStyle.Font.Size = "Sans", 13
		axis.Label.Padding = 4
		axis.Tick.Label.Font.Variant, axis.Tick.Label.Font.Size = "Sans", 11
		axis.Tick.Length = 4
	}
	p.Legend.TextStyle.Font.Variant, p.Legend.TextStyle.Font.Size = "Sans", 11
	p.Legend.Padding, p.Legend.XOffs, p.Legend.YOffs = 3, -6, 6
	grid := plotter.NewGrid()
	grid.Vertical.Width = 0
	grid.Horizontal.Color, grid.Horizontal.Width = color.Gray{0xdd}, 0.5
	p.Add(grid)
	return p
}

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
