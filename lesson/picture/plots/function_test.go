package plots_test

import (
	"math"
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture/plots"
)

func relu(x float64) float64 { return max(x, 0) }

func TestFunctionPicture(t *testing.T) {
	golden.Check(t, "function", plots.Render(plots.Function(relu, -3, 3, "ReLU(x)"), 320, 220), golden.Soft)
}

// At 0 the loss is infinite: the curve begins beside it, and the axis is as long as what is
// finite needs.
func TestFunctionWithGapPicture(t *testing.T) {
	p := plots.Function(func(x float64) float64 { return -math.Log(x) }, 0, 1, "−ln p")
	p.X.Label.Text = "p"
	golden.Check(t, "function_gap", plots.Render(p, 320, 220), golden.Soft)
}

func TestFunctionRange(t *testing.T) {
	for _, test := range []struct {
		name     string
		f        func(x float64) float64
		low, top float64
	}{
		{"above 0", func(x float64) float64 { return 1 + x }, 0, 2},
		{"below 0", func(x float64) float64 { return -1 - x }, -2, 0},
		{"no number", func(float64) float64 { return math.NaN() }, 0, 1},
	} {
		p := plots.Function(test.f, 0, 1, "y")
		if p.Y.Min != test.low || p.Y.Max != test.top {
			t.Errorf("%s: y from %v to %v, want from %v to %v", test.name, p.Y.Min, p.Y.Max, test.low, test.top)
		}
		plots.Render(p, 100, 80) // does not panic
	}
}

func TestFunctionMisuse(t *testing.T) {
	const want = "lesson: a function from 1 to 1: from must be less than to"
	if got := panicOf(func() { plots.Function(relu, 1, 1, "") }); got != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
}
