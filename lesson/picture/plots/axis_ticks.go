package plots

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
)

// roundTicks is a [plot.Ticker] with ticks on round numbers, all written with as many
// decimals as the step between them has.
type roundTicks struct {
	most  float64 // steps
	least float64 // step: 1 where there is nothing between whole numbers
}

// Ticks returns the multiples of the step from low to high.
func (r roundTicks) Ticks(low, high float64) []plot.Tick {
	step := r.step(high - low)
	decimals := max(0, -int(math.Floor(math.Log10(step)+rounding)))
	var ticks []plot.Tick
	for n := math.Ceil(low/step - rounding); n <= high/step+rounding; n++ {
		value := n*step + 0 // no −0
		ticks = append(ticks, plot.Tick{Value: value, Label: strconv.FormatFloat(value, 'f', decimals, 64)})
	}
	return ticks
}

// rounding is how far, in steps, a tick may lie outside of its axis: 0.3/0.1 is not 3.
const rounding = 1e-6

// step returns the smallest of 1, 2 and 5 times a power of ten that is at least the
// least step and goes into span at most as often as it may.
func (r roundTicks) step(span float64) float64 {
	smallest := max(span/r.most, r.least) * (1 - rounding)
	unit := math.Pow(10, math.Floor(math.Log10(smallest)))
	for _, factor := range []float64{1, 2, 5} {
		if smallest <= unit*factor {
			return unit * factor
		}
	}
	return 10 * unit
}

// around returns the range from low to high, widened to whole steps; around a single value there
// is room on both sides.
func (r roundTicks) around(low, high float64) (bottom, top float64) {
	if half := max(math.Abs(high)/100, 1e-3); high-low < half*1e-6 {
		low, high = low-half, high+half
	}
	step := r.step(high - low)
	return math.Floor(low/step+rounding) * step, math.Ceil(high/step-rounding) * step
}
