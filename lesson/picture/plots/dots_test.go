package plots_test

import (
	"math"
	"strings"
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture/plots"
)

func TestDotsPicture(t *testing.T) {
	p := plots.Dots("test accuracy", []string{"learned", "random, frozen", "one run"},
		[][]float64{{0.966, 0.968, 0.965}, {0.89, 0.901, 0.894}, {0.92}})
	golden.Check(t, "dots", plots.Render(p, 480, 150), golden.Soft)
}

// Values that are all the same stand in the middle of an axis.
func TestDotsOfOneValue(t *testing.T) {
	for _, value := range []float64{0.96, 0, -3} {
		x := plots.Dots("", []string{"a"}, [][]float64{{value, value, value}}).X
		if !(x.Min < value && value < x.Max) || x.Max-x.Min > 0.1*math.Abs(value)+0.01 {
			t.Errorf("%v on an axis from %v to %v", value, x.Min, x.Max)
		}
	}
}

func TestDotsMisuse(t *testing.T) {
	for want, f := range map[string]func(){
		"1 names for 2 rows": func() { plots.Dots("", []string{"a"}, [][]float64{{1}, {2}}) },
		`row "b" has no`:     func() { plots.Dots("", []string{"a", "b"}, [][]float64{{1}, {}}) },
		"0 names for 0 rows": func() { plots.Dots("", nil, nil) },
	} {
		if got := panicOf(f); !strings.Contains(got, want) {
			t.Errorf("it panics with %q, want %q", got, want)
		}
	}
}
