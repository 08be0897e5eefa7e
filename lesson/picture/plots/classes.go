package plots

import (
	"strconv"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// Classes returns a plot of a point for each image, in the colour of the digit that it shows,
// with the ten colours in a legend. points[i] belongs to labels[i]. What the axes measure, the
// caller knows best: set p.X.Label.Text. Classes panics unless there is a digit for each point.
func Classes(points [][2]float64, labels []byte) *plot.Plot {
	if len(points) != len(labels) {
		panicf("%d points and %d labels: give a digit for each point", len(points), len(labels))
	}
	var of [10]plotter.XYs
	for i, at := range points {
		if labels[i] > 9 {
			panicf("label %d is %d: digits go from 0 to 9", i, labels[i])
		}
		of[labels[i]] = append(of[labels[i]], plotter.XY{X: at[0], Y: at[1]})
	}
	p := newPlot("", valueTicks, "")
	for digit, list := range of {
		dots := &plotter.Scatter{XYs: list, GlyphStyle: draw.GlyphStyle{Color: colour.Classes[digit], Radius: 2, Shape: draw.CircleGlyph{}}}
		if len(list) > 0 {
			p.Add(dots)
		}
		p.Legend.Add(strconv.Itoa(digit), dots)
	}
	if len(points) == 0 {
		p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	}
	p.X.Max += (p.X.Max - p.X.Min) / 5 // room for the legend
	p.Legend.Top, p.Legend.YOffs, p.Legend.ThumbnailWidth = true, -6, 10
	return p
}
