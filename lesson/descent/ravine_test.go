package descent

import (
	"math"
	"testing"
)

// One step of the ravine by hand: the gradient at (−2, 0.2) is (2·−2, 190·0.2) = (−4, 38),
// so a step of rate 0.01 leads to (−2 + 0.04, 0.2 − 0.38).
func TestRavineStep(t *testing.T) {
	path := SGD{0.01, 0.5}.Path(Start, Course.Gradient, 1)
	if x, y := path[1][0], path[1][1]; math.Abs(x+1.96) > 1e-12 || math.Abs(y+0.18) > 1e-12 {
		t.Errorf("after a step it is at %v, %v, want −1.96, −0.18", x, y)
	}
}

// With momentum the path comes to the bottom sooner.
func TestMomentumHelpsInTheRavine(t *testing.T) {
	height := func(s SGD) float64 {
		w := s.Path(Start, Course.Gradient, 60)[60]
		return (Course.Along*w[0]*w[0] + Course.Across*w[1]*w[1]) / 2
	}
	if without, with, much := height(SGD{0.01, 0}), height(SGD{0.01, 0.5}), height(SGD{0.01, 0.9}); !(with < without/5 && much < without/5) {
		t.Errorf("after 60 steps the height is %v without momentum, %v with 0.5 and %v with 0.9", without, with, much)
	}
}

// All points of a contour are as high as it says.
func TestContour(t *testing.T) {
	for _, p := range Course.Contour(2.5) {
		if height := (Course.Along*p[0]*p[0] + Course.Across*p[1]*p[1]) / 2; math.Abs(height-2.5) > 1e-12 {
			t.Errorf("%v is %v high", p, height)
		}
	}
}
