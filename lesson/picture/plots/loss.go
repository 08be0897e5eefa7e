package plots

import (
	"convnet.example/lesson/picture/internal/colour"
	"gonum.org/v1/plot"
)

// Loss returns a plot of training losses against the step. There is one loss for
// each every steps, so that the first is at step every: 300 for the lecture's printed
// losses, 1 for the losses of all steps. The vertical axis starts at 0. A NaN or an
// infinite loss leaves a gap. Loss panics if every is not positive.
func Loss(losses []float64, every int) *plot.Plot {
	if every < 1 {
		panicf("a loss every %d steps: say how many steps lie between two losses, as in "+
			"plots.Loss(losses, 300)", every)
	}
	p := newPlot("step", stepTicks, "loss")
	addCurve(p, colour.Curves[0], "", losses, func(i int) float64 { return float64((i + 1) * every) })
	p.X.Min, p.X.Max = 0, float64(max(1, len(losses))*every)
	if p.Y.Max <= 0 { // −∞ if there is no loss to plot
		p.Y.Max = 1
	}
	p.Y.Min, p.Y.Max = valueTicks.around(min(p.Y.Min, 0), p.Y.Max)
	return p
}
