package plots

import (
	"fmt"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
)

// Parabola returns a plot of the way that a run takes in so many steps from w = 0 down the
// loss (w − 3)², whose slope is 2(w − 3). The plot ends at a loss of 40, and a path that climbs
// higher leaves it. Parabola panics if steps is negative.
func Parabola(steps int, run Descent) *plot.Plot {
	if steps < 0 {
		panicf("%d steps: there must be 0 or more", steps)
	}
	p := newPlot(fmt.Sprint("w, rate ", run.LearningRate), valueTicks, "loss")
	loss := func(w float64) float64 { return (w - 3) * (w - 3) }
	slope := func(w []float64) []float64 { return []float64{2 * (w[0] - 3)} }
	p.Add(plotter.NewFunction(loss))
	var path [][]float64
	for _, w := range run.Path([]float64{0}, slope, steps) {
		path = append(path, []float64{w[0], loss(w[0])})
	}
	p.Add(addPath(p, colour.Curves[1], "", path))
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -4, 10, 0, 40
	return p
}
