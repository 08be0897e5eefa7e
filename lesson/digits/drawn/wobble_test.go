package drawn

import (
	"math"
	"testing"
)

// A spline passes the points it is given, and its steps are short.
func TestAppendSpline(t *testing.T) {
	through := []point{{0, 0}, {0.3, 0.1}, {0.4, 0.4}, {0, 0.5}}
	line := appendSpline(nil, through)
	next := 0
	for i, p := range line {
		if next < len(through) && p == through[next] {
			next++
		}
		if i > 0 && math.Hypot(p.x-line[i-1].x, p.y-line[i-1].y) > 0.06 {
			t.Errorf("step %d goes from %v to %v", i, line[i-1], p)
		}
	}
	if next != len(through) {
		t.Errorf("the line misses point %d, %v", next, through[next])
	}
}

// Halfway between b and c, with the neighbours a and d, a Catmull-Rom spline is at
// (9(b+c) − (a+d)) / 16. At either end of the line the missing neighbour is the end.
func TestSplineMiddles(t *testing.T) {
	p := []point{{0, 0}, {0.13, 0}, {0.13, 0.13}, {0, 0.13}}
	line := appendSpline(nil, p) // four steps from point to point
	for i, want := range []point{
		{(9*0.13 - 0.13) / 16, -0.13 / 16},
		{9 * 0.26 / 16, (9*0.13 - 0.13) / 16},
		{(9*0.13 - 0.13) / 16, (9*0.26 - 0.13) / 16},
	} {
		if got := line[4*i+2]; math.Hypot(got.x-want.x, got.y-want.y) > 1e-12 {
			t.Errorf("middle %d at %v, want %v", i, got, want)
		}
	}
}

// Curves that meet in a corner are joined: no step of a trace is a jump, except
// from stroke to stroke.
func TestTraceIsConnected(t *testing.T) {
	for digit, f := range figures {
		for k, s := range f.styles {
			lines := newHand(1, uint64(k)).trace(s)
			if len(lines) != len(s.strokes) {
				t.Errorf("%d in style %d: %d lines of %d strokes", digit, k, len(lines), len(s.strokes))
			}
			for _, line := range lines {
				for i := 1; i < len(line); i++ {
					if step := math.Hypot(line[i].x-line[i-1].x, line[i].y-line[i-1].y); step > 0.09 {
						t.Errorf("%d in style %d: step of %.3f", digit, k, step)
					}
				}
			}
		}
	}
}

// Styles are used as often as their weights say; four standard deviations allowed.
func TestPick(t *testing.T) {
	const n = 10_000
	styles := parseStyles("3 0,0\n1 0,0 1,1\n4 0,0 1,1 2,2")
	counts := make([]float64, 4)
	for i := range uint64(n) {
		counts[len(newHand(5, i).pick(styles).strokes[0][0])]++
	}
	for points, p := range []float64{0, 3. / 8, 1. / 8, 4. / 8} {
		if math.Abs(counts[points]-n*p) > 4*math.Sqrt(n*p*(1-p)) {
			t.Errorf("style of %d points picked %g times of %d, want %g", points, counts[points], n, n*p)
		}
	}
}
