package exercise

import (
	"math"
	"slices"
	"testing"

	"convnet.example/lesson/conv"
)

func TestHiddenKernel(t *testing.T) {
	dot := func(side int) [][]float64 {
		x := make([][]float64, side)
		for i := range x {
			x[i] = make([]float64, side)
		}
		x[side/2][side/2] = 1
		return x
	}
	type box = func(x [][]float64) [][]float64
	judge(t,
		answer{"right", true, func() { HiddenKernel(func(b box) [][]float64 { return conv.Flip(b(dot(5))) }) }},
		answer{"stub", false, func() { HiddenKernel(func(b box) [][]float64 { return nil }) }},
		answer{"on its head", false, func() { HiddenKernel(func(b box) [][]float64 { return b(dot(5)) }) }},
		answer{"too little paper", false, func() { HiddenKernel(func(b box) [][]float64 { return conv.Flip(b(dot(3))) }) }},
		answer{"asked twice", false, func() { HiddenKernel(func(b box) [][]float64 { b(dot(5)); return conv.Flip(b(dot(5))) }) }},
	)
}

func TestBound(t *testing.T) {
	solve := func(with, without float64) func(n int, relu bool) float64 {
		return func(n int, relu bool) float64 {
			if relu {
				return math.Sqrt(with / float64(n))
			}
			return math.Sqrt(without / float64(n))
		}
	}
	judge(t,
		answer{"right", true, func() { Bound(solve(6, 3)) }},
		answer{"stub", false, func() { Bound(func(int, bool) float64 { return 0 }) }},
		answer{"PyTorch's", false, func() { Bound(solve(1, 1)) }},
		answer{"no ReLU", false, func() { Bound(solve(3, 3)) }},
		answer{"always ReLU", false, func() { Bound(solve(6, 6)) }},
	)
}

func TestReport(t *testing.T) {
	best := func(list []float64) int { return slices.Index(list, slices.Max(list)) }
	judge(t,
		answer{"right", true, func() { Report(func(v, test []float64) float64 { return test[best(v)] }) }},
		answer{"stub", false, func() { Report(func(v, test []float64) float64 { return 0 }) }},
		answer{"the best test", false, func() { Report(func(v, test []float64) float64 { return slices.Max(test) }) }},
		answer{"the best validation", false, func() { Report(func(v, test []float64) float64 { return slices.Max(v) }) }},
	)
}

func TestUndo(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Undo(func(p []byte, order []int) []byte {
				image := make([]byte, len(p))
				for i, from := range order {
					image[from] = p[i]
				}
				return image
			})
		}},
		answer{"stub", false, func() { Undo(func(p []byte, order []int) []byte { return p }) }},
		answer{"permuted again", false, func() {
			Undo(func(p []byte, order []int) (image []byte) {
				for _, from := range order {
					image = append(image, p[from])
				}
				return image
			})
		}},
	)
}
