package lesson

import (
	"image"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// AccuracyPlot returns a plot of accuracies between 0 and 1 against the epoch, of which
// the first is 1. The vertical axis spans the accuracies and not all of 0 to 1, so that
// 0.985 can be told from 0.987. A NaN leaves a gap. AccuracyPlot panics on an accuracy
// that is not between 0 and 1.
func AccuracyPlot(accuracy []float64) *plot.Plot {
	return CompareAccuracy(nil, [][]float64{accuracy})
}

// CompareAccuracy returns a plot like [AccuracyPlot] of several runs, with their names in
// a legend. It panics unless there is a name for each run, or none at all.
func CompareAccuracy(names []string, runs [][]float64) *plot.Plot {
	if len(names) != 0 && len(names) != len(runs) {
		panicf("%d names for %d runs: give one for each", len(names), len(runs))
	}
	p, epochs := newPlot("epoch", epochTicks, "accuracy"), 2
	for i, run := range runs {
		epochs = max(epochs, len(run))
		name := ""
		if len(names) > 0 {
			name = names[i]
		}
		addCurve(p, curveColours[i%len(curveColours)], name, run, func(i int) float64 { return float64(i + 1) })
	}
	p.X.Min, p.X.Max = 1, float64(epochs)
	p.Y.Min, p.Y.Max = accuracyRange(p.Y.Min, p.Y.Max)
	return p
}

// accuracyRange widens the range of accuracies to round numbers and to a percent or more.
// Without accuracies, when low is +∞, it is all that is possible.
func accuracyRange(low, high float64) (bottom, top float64) {
	const least = 0.01
	if low > high {
		return 0, 1
	}
	if low < 0 || high > 1 {
		panicf("accuracies from %v to %v: they lie between 0 and 1, so divide percents by 100", low, high)
	}
	if missing := least - (high - low); missing > 0 {
		low, high = low-missing/2, high+missing/2
	}
	bottom, top = valueTicks.around(low, high)
	return max(bottom, 0), min(top, 1)
}

// LossPlot returns a plot of training losses against the step. There is one loss for
// each every steps, so that the first is at step every: 300 for the lecture's printed
// losses, 1 for the losses of all steps. The vertical axis starts at 0. A NaN or an
// infinite loss leaves a gap. LossPlot panics if every is not positive.
func LossPlot(losses []float64, every int) *plot.Plot {
	if every < 1 {
		panicf("a loss every %d steps: say how many steps lie between two losses, as in "+
			"LossPlot(losses, 300)", every)
	}
	p := newPlot("step", stepTicks, "loss")
	addCurve(p, curveColours[0], "", losses, func(i int) float64 { return float64((i + 1) * every) })
	p.X.Min, p.X.Max = 0, float64(max(1, len(losses))*every)
	if p.Y.Max <= 0 { // −∞ if there is no loss to plot
		p.Y.Max = 1
	}
	p.Y.Min, p.Y.Max = valueTicks.around(min(p.Y.Min, 0), p.Y.Max)
	return p
}

// Render draws a plot on width × height pixels.
func Render(p *plot.Plot, width, height int) image.Image {
	const margin = 6 // points, so that no letter touches the edge
	pixel := vg.Inch / vgimg.DefaultDPI
	canvas := vgimg.New(vg.Length(width)*pixel, vg.Length(height)*pixel)
	p.Draw(draw.Crop(draw.New(canvas), margin, -margin, margin, -margin))
	return canvas.Image()
}
