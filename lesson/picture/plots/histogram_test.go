package plots_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture/plots"
)

func TestHistogramPicture(t *testing.T) {
	var values []float64
	for i := range 400 {
		values = append(values, math.Sin(float64(i)))
	}
	p := plots.Histogram(values, 10)
	p.X.Label.Text = "height of a swing"
	golden.Check(t, "histogram", plots.Render(p, 360, 240), golden.Soft)
}

// A bin holds its left end, the last one its right end as well.
func TestHistogramAxes(t *testing.T) {
	for name, c := range map[string]struct {
		values []float64
		bins   int
		x, y   []string
	}{
		"ends":      {[]float64{0, 1, 2, 3, 4}, 2, []string{"0", "1", "2", "3", "4"}, []string{"0", "1", "2", "3"}},
		"all equal": {[]float64{7, 7, 7}, 5, []string{"7.0", "7.2", "7.4", "7.6", "7.8", "8.0"}, []string{"0", "1", "2", "3"}},
		"one":       {[]float64{-2}, 1, []string{"-2.0", "-1.8", "-1.6", "-1.4", "-1.2", "-1.0"}, []string{"0", "1"}},
		"many":      {make([]float64, 36517), 1, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}, []string{"0", "10000", "20000", "30000", "40000"}},
	} {
		p := plots.Histogram(c.values, c.bins)
		if got := labels(p.X); !slices.Equal(got, c.x) {
			t.Errorf("%s: x %q, want %q", name, got, c.x)
		}
		if got := labels(p.Y); !slices.Equal(got, c.y) {
			t.Errorf("%s: y %q, want %q", name, got, c.y)
		}
	}
}

func TestHistogramMisuse(t *testing.T) {
	for want, f := range map[string]func(){
		"0 values in 3 bins":            func() { plots.Histogram(nil, 3) },
		"1 values in 0 bins":            func() { plots.Histogram([]float64{1}, 0) },
		"value 1 of a histogram is NaN": func() { plots.Histogram([]float64{1, math.NaN()}, 3) },
		"value 0 of a histogram is +In": func() { plots.Histogram([]float64{math.Inf(1)}, 3) },
	} {
		if got := panicOf(f); !strings.Contains(got, want) {
			t.Errorf("it panics with %q, want %q", got, want)
		}
	}
}
