package plots

import (
	"math"
	"testing"
)

// The lecture's velocities, on a slope that is the same everywhere: 1, 1.5, 1.75, 1.875.
func TestPathOnASlope(t *testing.T) {
	path := Descent{1, 0.5}.Path([]float64{0}, func([]float64) []float64 { return []float64{1} }, 4)
	for i, velocity := range []float64{1, 1.5, 1.75, 1.875} {
		if got := path[i][0] - path[i+1][0]; got != velocity {
			t.Errorf("step %d goes %v, want %v", i+1, got, velocity)
		}
	}
}

// One step of the ravine by hand: the gradient at (−2, 0.2) is (−2/0.5, 190·0.2) = (−4, 38),
// so a step of rate 0.01 leads to (−2 + 0.04, 0.2 − 0.38).
func TestRavineStep(t *testing.T) {
	path := Descent{0.01, 0.5}.Path([]float64{-2, 0.2}, ravineGradient, 1)
	if x, y := path[1][0], path[1][1]; math.Abs(x+1.96) > 1e-12 || math.Abs(y+0.18) > 1e-12 {
		t.Errorf("after a step it is at %v, %v, want −1.96, −0.18", x, y)
	}
}

// What the picture is there to show: with momentum the path comes to the bottom sooner.
func TestMomentumHelpsInTheRavine(t *testing.T) {
	height := func(s Descent) float64 {
		w := s.Path([]float64{-2, 0.2}, ravineGradient, 60)[60]
		return (w[0]*w[0]/ravineA + ravineB*w[1]*w[1]) / 2
	}
	if without, with, much := height(Descent{0.01, 0}), height(Descent{0.01, 0.5}), height(Descent{0.01, 0.9}); !(with < without/5 && much < without/5) {
		t.Errorf("after 60 steps the height is %v without momentum, %v with 0.5 and %v with 0.9", without, with, much)
	}
}

func TestRunNames(t *testing.T) {
	runs := []Descent{{0.01, 0}, {0.01, 0.5}}
	if got := runName(runs[1], runs); got != "momentum 0.5" {
		t.Error(got)
	}
	runs = append(runs, Descent{0.005, 0.9})
	if got := runName(runs[1], runs); got != "rate 0.01, momentum 0.5" {
		t.Error(got)
	}
}
