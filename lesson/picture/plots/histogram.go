package plots

import (
	"image/color"
	"math"
	"slices"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
)

// Histogram returns a plot of how often values occur: it cuts the range from the smallest
// to the largest into bins of one width, and draws over each a bar as high as the number
// of values in it. Values that are all equal get a single bar. Name what they are in
// p.X.Label.Text. Histogram panics without values, without bins, and if a value is NaN or
// infinite.
func Histogram(values []float64, bins int) *plot.Plot {
	if len(values) == 0 || bins < 1 {
		panicf("a histogram of %d values in %d bins: give it at least one of each", len(values), bins)
	}
	if i := slices.IndexFunc(values, func(v float64) bool { return math.IsNaN(v - v) }); i >= 0 {
		panicf("value %d of a histogram is %v: leave out what is no number", i, values[i])
	}
	h, err := plotter.NewHist(plotter.Values(values), bins)
	if err != nil {
		panicf("a histogram of %d values in %d bins: %v", len(values), bins, err)
	}
	h.FillColor, h.LineStyle.Color = colour.Diverging(-1, 2), color.White
	p := newPlot("", valueTicks, "how many")
	p.Add(h)
	p.Y.Tick.Marker = countTicks
	_, p.Y.Max = countTicks.around(0, p.Y.Max)
	return p
}
