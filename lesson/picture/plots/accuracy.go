package plots

import (
	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
)

// Accuracy returns a plot of accuracies between 0 and 1 against the epoch, of which
// the first is 1. The vertical axis spans the accuracies and not all of 0 to 1, so that
// 0.985 can be told from 0.987. A NaN leaves a gap. Accuracy panics on an accuracy
// that is not between 0 and 1.
func Accuracy(accuracy []float64) *plot.Plot {
	return CompareAccuracy(nil, [][]float64{accuracy})
}

// CompareAccuracy returns a plot like [Accuracy] of several runs, with their names in
// a legend. It panics unless there is a name for each run, or none at all.
func CompareAccuracy(names []string, runs [][]float64) *plot.Plot {
	p := compare("accuracy", names, runs)
	p.Y.Min, p.Y.Max = accuracyRange(p.Y.Min, p.Y.Max)
	return p
}

// compare returns a plot of several runs against the epoch, with their names in a legend.
func compare(y string, names []string, runs [][]float64) *plot.Plot {
	if len(names) != 0 && len(names) != len(runs) {
		panicf("%d names for %d runs: give one for each", len(names), len(runs))
	}
	p, epochs := newPlot("epoch", epochTicks, y), 2
	for i, run := range runs {
		epochs = max(epochs, len(run))
		name := ""
		if len(names) > 0 {
			name = names[i]
		}
		addCurve(p, colour.Curves[i%len(colour.Curves)], name, run, func(i int) float64 { return float64(i + 1) })
	}
	p.X.Min, p.X.Max = 1, float64(epochs)
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
