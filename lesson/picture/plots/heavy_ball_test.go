package plots

import (
	"math"
	"testing"
)

// The worked numbers of notebook 09: the ravine's two directions at the lecture's rate.
func TestContractionByHand(t *testing.T) {
	for _, test := range []struct {
		run     Descent
		h, want float64
	}{
		{Descent{0.01, 0}, 2, 0.98},
		{Descent{0.01, 0}, 190, 0.9},
		{Descent{0.01, 0.5}, 190, math.Sqrt(0.5)},
		{Descent{0.01, 0}, 100, 0},
		{Descent{0.01, 0.5}, 100, math.Sqrt(0.5)},
		{Descent{0.01, 0}, 250, 1.5},
		{Descent{0.01, 0.5}, 300, 1}, // the limit, ηh = 2(1 + μ)
		{Descent{0.01, 0.5}, 2, 0.74 + math.Sqrt(0.74*0.74-0.5)},
	} {
		if got := test.run.Contraction(test.h); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%v at curvature %v: got %v, want %v", test.run, test.h, got, test.want)
		}
	}
}

// The formula says what a run does, on both sides of the limit.
func TestContractionOfARun(t *testing.T) {
	for _, momentum := range []float64{0, 0.2, 0.5, 0.9} {
		for _, ηh := range []float64{0.02, 0.3, 0.7, 1.3, 1.9, 2.3, 2.9, 3.7, 3.9} {
			run := Descent{1, momentum}
			want := run.Contraction(ηh)
			if got := measured(run, ηh); math.Abs(got-want) > 0.01*want {
				t.Errorf("momentum %v, ηh %v: a run contracts by %v, the formula says %v", momentum, ηh, got, want)
			}
		}
	}
}

// measured is the mean factor of a run's steps 20 to 320. A run with complex roots swings, so
// the largest distance of twenty steps counts.
func measured(run Descent, h float64) float64 {
	path := run.Path([]float64{1}, func(w []float64) []float64 { return []float64{h * w[0]} }, 320)
	far := func(from int) (most float64) {
		for _, w := range path[from : from+20] {
			most = max(most, math.Abs(w[0]))
		}
		return most
	}
	return math.Pow(far(300)/far(0), 1.0/300)
}
