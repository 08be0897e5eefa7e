package plots

import (
	"fmt"
	"image/color"
	"math"

	"convnet.example/lesson/descent"
	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// A Descent is a run downhill.
type Descent = descent.SGD

// Ravine returns a plot of the way that each run takes in so many steps from the point
// (−2, 0.2) down a long narrow valley, over its contours:
//
//	f(x, y) = ½(a·x² + b·y²) with a = 2 and b = 190, lowest at (0, 0)
//
// Its gradient is (a·x, b·y). At the lecture's rate of 0.01 a step without momentum goes 1.9
// times as far as the floor of the valley is away, up the other slope, and 1/50 of the way
// along it. Above a rate of 2/b, about 0.0105, it would climb out: such a path ends at the edge
// of the plot. A larger dot marks the end of a path, and a cross the lowest point.
//
// Ravine panics if steps is negative.
func Ravine(steps int, runs ...Descent) *plot.Plot {
	if steps < 0 {
		panicf("%d steps: there must be 0 or more", steps)
	}
	p := newPlot("x", valueTicks, "y")
	addContours(p)
	p.Add(&plotter.Scatter{XYs: plotter.XYs{{}}, GlyphStyle: draw.GlyphStyle{Color: colour.Text, Radius: 4, Shape: draw.PlusGlyph{}}})
	var ends []plot.Plotter
	for i, run := range runs {
		path := run.Path(descent.Start, descent.Course.Gradient, steps)
		ends = append(ends, addPath(p, colour.Curves[i%len(colour.Curves)], runName(run, runs), path))
	}
	p.Add(ends...) // over all paths
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -2.2, 1, -0.35, 0.35
	p.Legend.Top, p.Legend.YOffs = true, -6
	return p
}

// addContours adds lines of equal height.
func addContours(p *plot.Plot) {
	for _, height := range []float64{0.05, 0.3, 1, 2.5, 5} {
		var line plotter.XYs
		for _, at := range descent.Course.Contour(height) {
			line = append(line, plotter.XY{X: at[0], Y: at[1]})
		}
		p.Add(&plotter.Line{XYs: line, LineStyle: draw.LineStyle{Color: color.Gray{0xbb}, Width: 0.75}})
	}
}

// addPath adds a path with a dot for each step, and returns a larger one for its end. A path
// ends where it is far outside of the plot.
func addPath(p *plot.Plot, c color.Color, name string, path [][]float64) (end plot.Plotter) {
	const far = 1e6
	var points plotter.XYs
	for _, w := range path {
		if !(math.Abs(w[0]) < far && math.Abs(w[1]) < far) {
			break
		}
		points = append(points, plotter.XY{X: w[0], Y: w[1]})
	}
	dot := draw.GlyphStyle{Color: c, Radius: 2, Shape: draw.CircleGlyph{}}
	line := &plotter.Line{XYs: points, LineStyle: draw.LineStyle{Color: c, Width: 1}}
	dots := &plotter.Scatter{XYs: points, GlyphStyle: dot}
	p.Add(line, dots)
	if name != "" {
		p.Legend.Add(name, line, dots)
	}
	dot.Radius = 4.5
	return &plotter.Scatter{XYs: points[len(points)-1:], GlyphStyle: dot}
}

// runName says in what a run differs from the others.
func runName(run Descent, runs []Descent) string {
	name := fmt.Sprintf("momentum %v", run.Momentum)
	for _, other := range runs {
		if other.LearningRate != run.LearningRate {
			return fmt.Sprintf("rate %v, %s", run.LearningRate, name)
		}
	}
	return name
}
