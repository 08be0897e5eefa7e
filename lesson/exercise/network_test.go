package exercise

import (
	"math"
	"strings"
	"testing"
)

// An answer is what somebody hands to a checker.
type answer struct {
	name  string
	right bool
	hand  func()
}

// judge fails unless the checker says ✓ to the right answers alone, in both languages.
func judge(t *testing.T, answers ...answer) {
	t.Helper()
	for _, language := range []string{"en", "zh"} {
		t.Setenv("COURSE_LANG", language)
		for _, a := range answers {
			got := said(t, a.hand)
			if mark := map[bool]string{true: "✓", false: "✗"}[a.right]; !strings.HasPrefix(got, mark) {
				t.Errorf("%s: want %s, got %s", a.name, mark, got)
			}
		}
	}
}

func TestShapeTable(t *testing.T) {
	lecture := [][]int{{10, 24, 24}, {10, 12, 12}, {20, 8, 8}, {20, 4, 4}, {320}}
	judge(t,
		answer{"right", true, func() { ShapeTable(solveShapes) }},
		answer{"stub", false, func() { ShapeTable(func(side, kernel, maps1, maps2 int) [][]int { return nil }) }},
		answer{"the lecture's table", false, func() { ShapeTable(func(side, kernel, maps1, maps2 int) [][]int { return lecture }) }},
		answer{"side − kernel", false, func() {
			ShapeTable(func(side, kernel, maps1, maps2 int) [][]int { return solveShapes(side-1, kernel, maps1, maps2) })
		}},
	)
}

func solveShapes(side, kernel, maps1, maps2 int) [][]int {
	a := side - kernel + 1
	b := a / 2
	c := b - kernel + 1
	d := c / 2
	return [][]int{{maps1, a, a}, {maps1, b, b}, {maps2, c, c}, {maps2, d, d}, {maps2 * d * d}}
}

func TestParameters(t *testing.T) {
	judge(t,
		answer{"right", true, func() { Parameters(func(in, out, k int) int { return out * (in*k*k + 1) }) }},
		answer{"stub", false, func() { Parameters(func(in, out, k int) int { return 0 }) }},
		answer{"no bias", false, func() { Parameters(func(in, out, k int) int { return out * in * k * k }) }},
		answer{"one bias for all", false, func() { Parameters(func(in, out, k int) int { return out*in*k*k + 1 }) }},
	)
}

func TestMultiplyAdds(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			MultiplyAdds(func(in, out, k, side int) int { return (side - k + 1) * (side - k + 1) * out * in * k * k })
		}},
		answer{"stub", false, func() { MultiplyAdds(func(in, out, k, side int) int { return 0 }) }},
		answer{"every pixel", false, func() { MultiplyAdds(func(in, out, k, side int) int { return side * side * out * in * k * k }) }},
		answer{"one channel", false, func() {
			MultiplyAdds(func(in, out, k, side int) int { return (side - k + 1) * (side - k + 1) * out * k * k })
		}},
	)
}

func TestCrossEntropy(t *testing.T) {
	loss := func(shift func(logits []float64) float64) func(logits []float64, label int) float64 {
		return func(logits []float64, label int) float64 {
			top, sum := shift(logits), 0.0
			for _, z := range logits {
				sum += math.Exp(z - top)
			}
			return math.Log(sum) + top - logits[label]
		}
	}
	largest := func(logits []float64) float64 {
		top := logits[0]
		for _, z := range logits {
			top = max(top, z)
		}
		return top
	}
	judge(t,
		answer{"right", true, func() { CrossEntropy(loss(largest)) }},
		answer{"stub", false, func() { CrossEntropy(func(logits []float64, label int) float64 { return 0 }) }},
		answer{"overflows", false, func() { CrossEntropy(loss(func([]float64) float64 { return 0 })) }},
		answer{"forgets the minus", false, func() {
			CrossEntropy(func(logits []float64, label int) float64 { return -loss(largest)(logits, label) })
		}},
	)
}

func TestFeatures(t *testing.T) {
	features := func(cut int) func(side, channels int, kernels []int) int {
		return func(side, channels int, kernels []int) int {
			for _, k := range kernels {
				side = (side - k + cut) / 2
			}
			return channels * side * side
		}
	}
	judge(t,
		answer{"right", true, func() { Features(features(1)) }},
		answer{"stub", false, func() { Features(func(side, channels int, kernels []int) int { return 0 }) }},
		answer{"always 320", false, func() { Features(func(side, channels int, kernels []int) int { return 320 }) }},
		answer{"rounds up", false, func() { Features(features(2)) }},
	)
}
