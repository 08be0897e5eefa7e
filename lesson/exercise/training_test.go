package exercise

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestVelocity(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Velocity(func(momentum float64, n int) float64 { return (1 - math.Pow(momentum, float64(n))) / (1 - momentum) })
		}},
		answer{"stub", false, func() { Velocity(func(momentum float64, n int) float64 { return 0 }) }},
		answer{"the limit", false, func() { Velocity(func(momentum float64, n int) float64 { return 1 / (1 - momentum) }) }},
		answer{"one term too many", false, func() {
			Velocity(func(momentum float64, n int) float64 { return (1 - math.Pow(momentum, float64(n+1))) / (1 - momentum) })
		}},
	)
}

func TestUpdates(t *testing.T) {
	count := func(first int) func(momentum, share float64) int {
		return func(momentum, share float64) int {
			n := first
			for rest := momentum; 1-rest < share; rest *= momentum {
				n++
			}
			return n
		}
	}
	judge(t,
		answer{"right", true, func() { Updates(count(1)) }},
		answer{"stub", false, func() { Updates(func(momentum, share float64) int { return 0 }) }},
		answer{"one too few", false, func() { Updates(count(0)) }},
		answer{"1/(1−momentum)", false, func() { Updates(func(momentum, share float64) int { return int(1 / (1 - momentum)) }) }},
	)
}

func TestLargestRate(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			LargestRate(func(momentum float64, h []float64) float64 { return 2 * (1 + momentum) / slices.Max(h) })
		}},
		answer{"without momentum", false, func() {
			LargestRate(func(_ float64, h []float64) float64 { return 2 / slices.Max(h) })
		}},
		answer{"the gentlest direction", false, func() {
			LargestRate(func(momentum float64, h []float64) float64 { return 2 * (1 + momentum) / slices.Min(h) })
		}},
		answer{"where the roots become complex", false, func() {
			LargestRate(func(momentum float64, h []float64) float64 { return (1 + momentum) / slices.Max(h) })
		}},
	)
}

func TestCurvature(t *testing.T) {
	bisect := func(halvings int) func(climbsOut func(rate float64) bool) float64 {
		return func(climbsOut func(rate float64) bool) float64 {
			high := 1e-6
			for !climbsOut(high) {
				high *= 2
			}
			low := high / 2
			for range halvings {
				if middle := (low + high) / 2; climbsOut(middle) {
					high = middle
				} else {
					low = middle
				}
			}
			return 2 / high
		}
	}
	judge(t,
		answer{"right", true, func() { Curvature(bisect(60)) }},
		answer{"near enough", true, func() { Curvature(bisect(8)) }},
		answer{"only doubled", false, func() { Curvature(bisect(0)) }},
		answer{"the ravine's", false, func() { Curvature(func(func(float64) bool) float64 { return 190 }) }},
	)
}

// A rate at which numbers become infinite, or none at all, is one that breaks.
func TestClimbsOut(t *testing.T) {
	for rate, want := range map[float64]bool{0.009: false, 0.0105: false, 0.0106: true, 3: true, 1e300: true, math.Inf(1): true, math.NaN(): true} {
		if got := climbsOut(rate, 190); got != want {
			t.Errorf("at a rate of %v it climbs out: %v", rate, got)
		}
	}
}

func TestEnoughDigits(t *testing.T) {
	enough := func(errors float64, round func(float64) float64) func(a, b float64) int {
		return func(a, b float64) int {
			return int(round(errors * errors * (a*(1-a) + b*(1-b)) / ((a - b) * (a - b))))
		}
	}
	judge(t,
		answer{"right", true, func() { EnoughDigits(enough(2, math.Ceil)) }},
		answer{"one standard error", false, func() { EnoughDigits(enough(1, math.Ceil)) }},
		answer{"rounded down", false, func() { EnoughDigits(enough(2, math.Floor)) }},
		answer{"all that there are", false, func() { EnoughDigits(func(a, b float64) int { return 10000 }) }},
	)
}

func TestSmall(t *testing.T) {
	network := func(parameters, right int) func() {
		return func() { Small(func() (int, int) { return parameters, right }) }
	}
	judge(t,
		answer{"right", true, network(3858, 9886)},
		answer{"just", true, network(4000, 9850)},
		answer{"the lecture's", false, network(8490, 9854)},
		answer{"too many errors", false, network(3858, 9849)},
		answer{"no network", false, network(0, 9900)},
		answer{"more than all", false, network(3858, 10001)},
	)
	t.Setenv("COURSE_LANG", "en")
	t.Setenv("GONB_TMP_DIR", t.TempDir())
	if got, want := said(t, network(8490, 9854)), "expected at most 4000 parameters and at least 9850 right, but it is 8490 parameters and 9854 right."; !strings.Contains(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	t.Setenv("COURSE_LANG", "zh")
	if got, want := said(t, network(8490, 9854)), "应为 至多 4000 个参数、至少认对 9850 张，得到的是 8490 个参数、认对 9854 张。"; !strings.Contains(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
}
