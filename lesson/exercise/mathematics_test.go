package exercise

import (
	"strings"
	"testing"

	"convnet.example/lesson/conv"
)

func TestHalfTurn(t *testing.T) {
	judge(t,
		answer{"right", true, func() { HalfTurn([][]float64{{1, 2, 3}, {4, 5, 4}, {3, 2, 1}}) }},
		answer{"stub", false, func() { HalfTurn(kernel) }},
		answer{"all equal", false, func() { HalfTurn([][]float64{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}) }},
		answer{"mirrored left to right", false, func() { HalfTurn([][]float64{{1, 2, 1}, {3, 4, 3}, {5, 6, 5}}) }},
		answer{"four numbers", false, func() { HalfTurn([][]float64{{1, 2, 3}, {4, 4, 4}, {3, 2, 1}}) }},
		answer{"5×5", false, func() { HalfTurn(make([][]float64, 5)) }},
	)
}

func TestOneForTwo(t *testing.T) {
	full := func(x, k [][]float64) [][]float64 { // any size, so padding alone will not do
		y := make([][]float64, len(x)+2*(len(k)-1))
		for i := range y {
			y[i] = make([]float64, len(x[0])+2*(len(k[0])-1))
		}
		for i, row := range x {
			copy(y[i+len(k)-1][len(k[0])-1:], row)
		}
		return conv.Correlate(y, k, conv.Window{})
	}
	judge(t,
		answer{"right", true, func() { OneForTwo(func(a, b [][]float64) [][]float64 { return full(a, conv.Flip(b)) }) }},
		answer{"in the other order", true, func() { OneForTwo(func(a, b [][]float64) [][]float64 { return full(b, conv.Flip(a)) }) }},
		answer{"stub", false, func() { OneForTwo(func(a, b [][]float64) [][]float64 { return a }) }},
		answer{"correlated", false, func() { OneForTwo(full) }},
		answer{"correlated the other way", false, func() { OneForTwo(func(a, b [][]float64) [][]float64 { return full(b, a) }) }},
		answer{"nil", false, func() { OneForTwo(func(a, b [][]float64) [][]float64 { return nil }) }},
	)
}

func TestFoolCorrelation(t *testing.T) {
	judge(t,
		answer{"right", true, func() { FoolCorrelation([][]float64{{1, 1, 1}, {1, 1, 0}, {1, 0, 1}}) }},
		answer{"stub", false, func() { FoolCorrelation([][]float64{{0, .5, 0}, {.5, .5, .5}, {0, .5, 0}}) }},
		answer{"a dark cross", false, func() { FoolCorrelation([][]float64{{0, 1, 0}, {1, 1, 1}, {0, 1, 0}}) }},
		answer{"all ink", false, func() { FoolCorrelation([][]float64{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}) }},
		answer{"beyond ink", false, func() { FoolCorrelation([][]float64{{9, 9, 9}, {0, 0, 0}, {0, 0, 0}}) }},
		answer{"1×9", false, func() { FoolCorrelation([][]float64{{1, 1, 1, 1, 1, 1, 1, 1, 1}}) }},
	)
}

// ringOf makes a map of a rule for place n.
func ringOf(rule func(x []float64, n int) float64) func(x []float64) []float64 {
	return func(x []float64) []float64 {
		y := make([]float64, len(x))
		for n := range x {
			y[n] = rule(x, n)
		}
		return y
	}
}

func TestNoConvolution(t *testing.T) {
	judge(t,
		answer{"squares", true, func() { NoConvolution(ringOf(func(x []float64, n int) float64 { return x[n] * x[n] })) }},
		answer{"max pooling", true, func() { NoConvolution(ringOf(func(x []float64, n int) float64 { return max(x[n], x[(n+1)%8]) })) }},
		answer{"ReLU", true, func() { NoConvolution(ringOf(func(x []float64, n int) float64 { return max(x[n], 0) })) }},
		answer{"stub", false, func() { NoConvolution(func(x []float64) []float64 { return x }) }},
		answer{"a convolution", false, func() { NoConvolution(ringOf(func(x []float64, n int) float64 { return x[n] - 2*x[(n+3)%8] })) }},
		answer{"the negative", false, func() { NoConvolution(ringOf(func(x []float64, n int) float64 { return -x[n] })) }},
		answer{"a ramp", false, func() { NoConvolution(ringOf(func(x []float64, n int) float64 { return float64(n) * x[n] })) }},
		answer{"only the first number", false, func() { NoConvolution(func(x []float64) []float64 { return []float64{x[0], 0, 0, 0, 0, 0, 0, 0} }) }},
		answer{"too short", false, func() { NoConvolution(func(x []float64) []float64 { return x[:4] }) }},
		answer{"nil", false, func() { NoConvolution(func(x []float64) []float64 { return nil }) }},
	)
}

// An exercise that compares two answers of the reader's must not ask before it may wait.
func TestNoConvolutionWaits(t *testing.T) {
	t.Setenv("COURSE_LANG", "en")
	got := said(t, func() { NoConvolution(func([]float64) []float64 { panic(YourCode) }) })
	if got != "… 04.4 shifts alone are not enough: waits for your code.\n" {
		t.Error(got)
	}
	got = said(t, func() { NoConvolution(func(x []float64) []float64 { return []float64{x[len(x)]} }) })
	if !strings.Contains(got, "panics: runtime error") {
		t.Error(got)
	}
}

func TestTransposed(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Transposed(ringOf(func(h []float64, n int) float64 { return h[(len(h)-n)%len(h)] }))
		}},
		answer{"stub", false, func() { Transposed(func(h []float64) []float64 { return h }) }},
		answer{"reversed", false, func() { Transposed(ringOf(func(h []float64, n int) float64 { return h[len(h)-1-n] })) }},
		answer{"nil", false, func() { Transposed(func(h []float64) []float64 { return nil }) }},
	)
}
