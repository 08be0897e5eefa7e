package descent

import (
	"math"
	"testing"
)

// The worked numbers of notebook 09: the ravine's two directions at the lecture's rate.
func TestContractionByHand(t *testing.T) {
	for _, test := range []struct {
		run     SGD
		h, want float64
	}{
		{SGD{0.01, 0}, 2, 0.98},
		{SGD{0.01, 0}, 190, 0.9},
		{SGD{0.01, 0.5}, 190, math.Sqrt(0.5)},
		{SGD{0.01, 0}, 100, 0},
		{SGD{0.01, 0.5}, 100, math.Sqrt(0.5)},
		{SGD{0.01, 0}, 250, 1.5},
		{SGD{0.01, 0.5}, 300, 1}, // the limit, ηh = 2(1 + μ)
		{SGD{0.01, 0.5}, 2, 0.74 + math.Sqrt(0.74*0.74-0.5)},
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
			run := SGD{1, momentum}
			want := run.Contraction(ηh)
			if got := measured(run, ηh); math.Abs(got-want) > 0.01*want {
				t.Errorf("momentum %v, ηh %v: a run contracts by %v, the formula says %v", momentum, ηh, got, want)
			}
		}
	}
}

// measured is the mean factor of a run's steps 20 to 320. A run with complex roots swings, so
// the largest distance of twenty steps counts.
func measured(run SGD, h float64) float64 {
	path := run.Path([]float64{1}, func(w []float64) []float64 { return []float64{h * w[0]} }, 320)
	far := func(from int) (most float64) {
		for _, w := range path[from : from+20] {
			most = max(most, math.Abs(w[0]))
		}
		return most
	}
	return math.Pow(far(300)/far(0), 1.0/300)
}

// The lecture's velocities, on a slope that is the same everywhere: 1, 1.5, 1.75, 1.875.
func TestPathOnASlope(t *testing.T) {
	path := SGD{1, 0.5}.Path([]float64{0}, func([]float64) []float64 { return []float64{1} }, 4)
	for i, velocity := range []float64{1, 1.5, 1.75, 1.875} {
		if got := path[i][0] - path[i+1][0]; got != velocity {
			t.Errorf("step %d goes %v, want %v", i+1, got, velocity)
		}
	}
}

// On both sides of the limit the formula and the limit agree.
func TestLimit(t *testing.T) {
	for _, momentum := range []float64{0, 0.5, 0.9} {
		limit := SGD{0, momentum}.Limit(190)
		below, above := SGD{0.999 * limit, momentum}, SGD{1.001 * limit, momentum}
		if below.Contraction(190) >= 1 || above.Contraction(190) <= 1 {
			t.Errorf("momentum %v, limit %v: contractions %v and %v", momentum, limit, below.Contraction(190), above.Contraction(190))
		}
	}
}

// What notebook 09 says of the figure's sliders: with momentum 0.68 a step leaves least of the
// slower direction of the ravine, at rates from 0.0155 to 0.0175.
func TestBestOfTheSliders(t *testing.T) {
	best, rates := 1.0, []float64{}
	for m := range 50 {
		for r := 1; r <= 50; r++ {
			run := SGD{0.0005 * float64(r), 0.02 * float64(m)}
			slower := max(run.Contraction(Course.Along), run.Contraction(Course.Across))
			if slower < best-1e-9 {
				best, rates = slower, nil
			}
			if slower < best+1e-9 {
				rates = append(rates, run.LearningRate)
			}
		}
	}
	if math.Abs(best-math.Sqrt(0.68)) > 1e-9 || len(rates) != 5 || math.Abs(rates[0]-0.0155) > 1e-9 || math.Abs(rates[4]-0.0175) > 1e-9 {
		t.Errorf("a step leaves %v at rates %v", best, rates)
	}
}
