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
	parameters := func(channels func(maps1 int) int, bias int) func(side, kernel, maps1, maps2 int) int {
		return func(side, kernel, maps1, maps2 int) int {
			features := solveShapes(side, kernel, maps1, maps2)[4][0]
			return maps1*(kernel*kernel+bias) + maps2*(channels(maps1)*kernel*kernel+bias) + 10*(features+bias)
		}
	}
	all := func(maps1 int) int { return maps1 }
	judge(t,
		answer{"right", true, func() { Parameters(parameters(all, 1)) }},
		answer{"stub", false, func() { Parameters(func(side, kernel, maps1, maps2 int) int { return 0 }) }},
		answer{"always 8490", false, func() { Parameters(func(side, kernel, maps1, maps2 int) int { return 8490 }) }},
		answer{"no bias", false, func() { Parameters(parameters(all, 0)) }},
		answer{"one input channel", false, func() { Parameters(parameters(func(int) int { return 1 }, 1)) }},
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

func TestSmallNetwork(t *testing.T) {
	hand := func(rows ...[]int) func() { return func() { SmallNetwork(rows) } }
	judge(t,
		answer{"two rounds of 5×5", true, hand([]int{5, 6, 12, 156}, []int{5, 12, 4, 1812}, []int{192, 1930})},
		answer{"three rounds of 3×3", true, hand([]int{3, 8, 13, 80}, []int{3, 12, 5, 876}, []int{3, 20, 1, 2180}, []int{20, 210})},
		answer{"the lecture's", false, hand([]int{5, 10, 12, 260}, []int{5, 20, 4, 5020}, []int{320, 3210})},
		answer{"too few kernels", false, hand([]int{5, 4, 12, 104}, []int{5, 8, 4, 808}, []int{128, 1290})},
		answer{"sees too little", false, hand([]int{3, 4, 13, 40}, []int{3, 12, 5, 444}, []int{300, 3010})},
		answer{"wrong side", false, hand([]int{5, 6, 14, 156}, []int{5, 12, 4, 1812}, []int{192, 1930})},
		answer{"no bias", false, hand([]int{5, 6, 12, 150}, []int{5, 12, 4, 1800}, []int{192, 1920})},
		answer{"fc alone", false, hand([]int{784, 7850})},
		answer{"a row too short", false, hand([]int{5, 6}, []int{192, 1930})},
		answer{"no fc", false, hand([]int{5, 6, 12, 156}, []int{5, 12, 4, 1812})},
		answer{"a kernel larger than the map", false, hand([]int{5, 6, 12, 156}, []int{13, 12, 0, 12180}, []int{0, 10})},
		answer{"a kernel of 0", false, hand([]int{0, 6, 12, 156}, []int{192, 1930})},
	)
}

func TestBreakIt(t *testing.T) {
	var right, bad []string
	for _, m := range mistakes {
		right, bad = append(right, m.result), append(bad, "bad")
	}
	judge(t,
		answer{"right", true, func() { BreakIt(right) }},
		answer{"all bad", false, func() { BreakIt(bad) }},
		answer{"one missing", false, func() { BreakIt(right[:7]) }},
		answer{"another word", false, func() { BreakIt([]string{"error"}) }},
	)
}

// An empty list is no answer yet.
func TestEmptyListsWait(t *testing.T) {
	t.Setenv("COURSE_LANG", "en")
	for want, hand := range map[string]func(){
		"… 07.4": func() { SmallNetwork(nil) },
		"… 07.6": func() { BreakIt(nil) },
	} {
		if got := said(t, hand); !strings.HasPrefix(got, want) {
			t.Errorf("it says %q, want %q…", got, want)
		}
	}
}
