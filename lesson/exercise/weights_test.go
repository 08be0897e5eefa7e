package exercise

import (
	"math"
	"slices"
	"testing"

	"convnet.example/lesson/conv"
)

// dotIn is an image of zeros with a 1 in the middle.
func dotIn(side int) [][]float64 {
	x := make([][]float64, side)
	for i := range x {
		x[i] = make([]float64, side)
	}
	x[side/2][side/2] = 1
	return x
}

func TestHiddenKernel(t *testing.T) {
	type box = func(x [][]float64) [][]float64
	find := func(b box) ([][]float64, float64) {
		y := b(dotIn(7))
		kernel := make([][]float64, 3)
		for i := range kernel {
			for j := range 3 {
				kernel[i] = append(kernel[i], y[3-i][3-j]-y[0][0])
			}
		}
		return kernel, y[0][0]
	}
	judge(t,
		answer{"right", true, func() { HiddenKernel(find) }},
		answer{"stub", false, func() { HiddenKernel(func(b box) ([][]float64, float64) { return nil, 0 }) }},
		answer{"on its head", false, func() {
			HiddenKernel(func(b box) ([][]float64, float64) { k, bias := find(b); return conv.Flip(k), bias })
		}},
		answer{"without the bias", false, func() {
			HiddenKernel(func(b box) ([][]float64, float64) { return conv.Flip(b(dotIn(5))), 0 })
		}},
		answer{"asked twice", false, func() { HiddenKernel(func(b box) ([][]float64, float64) { b(dotIn(5)); return find(b) }) }},
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
	mean := func(list []float64) (m float64) {
		for _, v := range list {
			m += v / float64(len(list))
		}
		return m
	}
	by := func(choose, report func([]float64) float64) func(v, test [][]float64) float64 {
		return func(v, test [][]float64) float64 {
			best := 0
			for i := range v {
				if choose(v[i]) > choose(v[best]) {
					best = i
				}
			}
			return report(test[best])
		}
	}
	judge(t,
		answer{"right", true, func() { Report(by(mean, mean)) }},
		answer{"stub", false, func() { Report(func(v, test [][]float64) float64 { return 0 }) }},
		answer{"the best seed", false, func() { Report(by(slices.Max[[]float64], mean)) }},
		answer{"the best test", false, func() { Report(by(mean, slices.Max[[]float64])) }},
		answer{"chosen by the test", false, func() {
			Report(func(v, test [][]float64) float64 { return by(mean, mean)(test, test) })
		}},
		answer{"validation reported", false, func() {
			Report(func(v, test [][]float64) float64 { return by(mean, mean)(v, v) })
		}},
	)
}

func TestShuffle(t *testing.T) {
	from := func(place func(i, j int) (int, int)) func() {
		return func() {
			Shuffle(func() (order []int) {
				for p := range 784 {
					i, j := place(p/28, p%28)
					order = append(order, 28*i+j)
				}
				return order
			})
		}
	}
	judge(t,
		answer{"turned by 180°", true, from(func(i, j int) (int, int) { return 27 - i, 27 - j })},
		answer{"in a mirror", true, from(func(i, j int) (int, int) { return i, 27 - j })},
		answer{"turned by 90°", true, from(func(i, j int) (int, int) { return j, 27 - i })},
		answer{"rows and columns exchanged", true, from(func(i, j int) (int, int) { return j, i })},
		answer{"stub", false, func() { Shuffle(func() []int { return nil }) }},
		answer{"as they are", false, from(func(i, j int) (int, int) { return i, j })},
		answer{"one row down, around the edge", false, from(func(i, j int) (int, int) { return (i + 27) % 28, j })},
		answer{"all the same", false, from(func(i, j int) (int, int) { return 3, 3 })},
		answer{"halves exchanged", false, from(func(i, j int) (int, int) { return i, (j + 14) % 28 })},
	)
}
