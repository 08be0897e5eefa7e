package plots

import (
	"convnet.example/lesson/internal/colour"
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
	return fromZero(p)
}

// CompareLoss returns a plot of losses against the epoch, of which the first is 1, with their
// names in a legend: such as those of the digits that are learned from and of digits that are
// not. The vertical axis starts at 0. CompareLoss panics unless there is a name for each run,
// or none at all.
func CompareLoss(names []string, runs [][]float64) *plot.Plot {
	p := fromZero(compare("loss", names, runs))
	p.Legend.Top, p.Legend.YOffs = true, -p.Legend.YOffs
	return p
}

// fromZero widens the vertical axis to round numbers and to 0.
func fromZero(p *plot.Plot) *plot.Plot {
	if p.Y.Max <= 0 { // −∞ if there is no loss to plot
		p.Y.Max = 1
	}
	p.Y.Min, p.Y.Max = valueTicks.around(min(p.Y.Min, 0), p.Y.Max)
	return p
}
