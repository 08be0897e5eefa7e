package plots

import (
	"fmt"
	"image/color"
	"math"
	"slices"

	"convnet.example/lesson/picture/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// A ravine is a long narrow valley: x²/a falls gently along it and b·y² steeply across.
const (
	ravineA = 0.5
	ravineB = 190
)

// A Descent is how a run goes downhill: by its rate, and by the share of its velocity that it
// keeps. A lesson.SGD converts to it.
type Descent struct{ LearningRate, Momentum float64 }

// Ravine returns a plot of the way that each run takes in so many steps from the point
// (−2, 0.2) down a long narrow valley, over its contours:
//
//	f(x, y) = ½(x²/a + b·y²) with a = 0.5 and b = 190, lowest at (0, 0)
//
// Its gradient is (x/a, b·y). At the lecture's rate of 0.01 a step without momentum goes 1.9
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
		path := run.Path([]float64{-2, 0.2}, ravineGradient, steps)
		ends = append(ends, addPath(p, colour.Curves[i%len(colour.Curves)], runName(run, runs), path))
	}
	p.Add(ends...) // over all paths
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -2.2, 1, -0.35, 0.35
	p.Legend.Top, p.Legend.YOffs = true, -6
	return p
}

func ravineGradient(w []float64) []float64 { return []float64{w[0] / ravineA, ravineB * w[1]} }

// Path returns the weights before the first step and after each, by PyTorch's rule for SGD
// with momentum: v ← Momentum·v + g, then w ← w − LearningRate·v.
func (s Descent) Path(start []float64, gradient func(w []float64) []float64, steps int) [][]float64 {
	w, v := slices.Clone(start), make([]float64, len(start))
	points := [][]float64{slices.Clone(w)}
	for range steps {
		for i, g := range gradient(w) {
			v[i] = s.Momentum*v[i] + g
			w[i] -= s.LearningRate * v[i]
		}
		points = append(points, slices.Clone(w))
	}
	return points
}

// addContours adds lines of equal height, ellipses with half axes √(2·a·f) and √(2·f/b).
func addContours(p *plot.Plot) {
	const corners = 200
	for _, f := range []float64{0.05, 0.3, 1, 2.5, 5} {
		ellipse := make(plotter.XYs, corners+1)
		for i := range ellipse {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
			ellipse[i] = plotter.XY{X: cos * math.Sqrt(2*ravineA*f), Y: sin * math.Sqrt(2*f/ravineB)}
		}
		p.Add(&plotter.Line{XYs: ellipse, LineStyle: draw.LineStyle{Color: color.Gray{0xbb}, Width: 0.75}})
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
