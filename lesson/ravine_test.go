package lesson

import (
	"fmt"
	"slices"
	"testing"
)

// The plot moves the weights as training does: PyTorch's numbers, as in TestSGDAsPyTorch.
func TestPathAsPyTorch(t *testing.T) {
	var cases []struct {
		LR, Momentum float64
		Curvature    []float64
		Params       []struct{ Data []float64 }
	}
	fixture(t, "sgd_momentum.json", &cases)
	if len(cases) == 0 {
		t.Fatal("there are no cases")
	}
	for _, c := range cases {
		gradient := func(w []float64) []float64 {
			g := slices.Clone(w)
			for i := range g {
				g[i] *= c.Curvature[i]
			}
			return g
		}
		path := SGD{c.LR, c.Momentum}.path(c.Params[0].Data, gradient, len(c.Params)-1)
		for i, want := range c.Params {
			near(t, fmt.Sprintf("lr=%v, momentum=%v, step %d", c.LR, c.Momentum, i), single(path[i]), single(want.Data), 1e-5)
		}
	}
}

func single(list []float64) []float32 {
	var all []float32
	for _, v := range list {
		all = append(all, float32(v))
	}
	return all
}

// The lecture's velocities, on a slope that is the same everywhere: 1, 1.5, 1.75, 1.875.
func TestPathOnASlope(t *testing.T) {
	path := SGD{1, 0.5}.path([]float64{0}, func([]float64) []float64 { return []float64{1} }, 4)
	for i, velocity := range []float64{1, 1.5, 1.75, 1.875} {
		if got := path[i][0] - path[i+1][0]; got != velocity {
			t.Errorf("step %d goes %v, want %v", i+1, got, velocity)
		}
	}
}

// One step of the ravine by hand: the gradient at (−2, 0.2) is (−2/0.5, 190·0.2) = (−4, 38),
// so a step of rate 0.01 leads to (−2 + 0.04, 0.2 − 0.38).
func TestRavineStep(t *testing.T) {
	path := SGD{0.01, 0.5}.path([]float64{-2, 0.2}, ravineGradient, 1)
	near(t, "after a step", single(path[1]), []float32{-1.96, -0.18}, 1e-6)
}

// What the picture is there to show: with momentum the path comes to the bottom sooner.
func TestMomentumHelpsInTheRavine(t *testing.T) {
	height := func(s SGD) float64 {
		w := s.path([]float64{-2, 0.2}, ravineGradient, 60)[60]
		return (w[0]*w[0]/ravineA + ravineB*w[1]*w[1]) / 2
	}
	if without, with, much := height(SGD{0.01, 0}), height(SGD{0.01, 0.5}), height(SGD{0.01, 0.9}); !(with < without/5 && much < without/5) {
		t.Errorf("after 60 steps the height is %v without momentum, %v with 0.5 and %v with 0.9", without, with, much)
	}
}

func TestRunNames(t *testing.T) {
	runs := []SGD{{0.01, 0}, {0.01, 0.5}}
	if got := runName(runs[1], runs); got != "momentum 0.5" {
		t.Error(got)
	}
	runs = append(runs, SGD{0.005, 0.9})
	if got := runName(runs[1], runs); got != "rate 0.01, momentum 0.5" {
		t.Error(got)
	}
}
