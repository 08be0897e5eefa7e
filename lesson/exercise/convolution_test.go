package exercise

import (
	"testing"

	"convnet.example/lesson/conv"
)

func TestCorrelate(t *testing.T) {
	like := func(change func(k [][]float64) [][]float64, w conv.Window) func(x, k [][]float64) [][]float64 {
		return func(x, k [][]float64) [][]float64 { return conv.Correlate(x, change(k), w) }
	}
	same := func(k [][]float64) [][]float64 { return k }
	right := like(same, conv.Window{})
	judge(t,
		answer{"right", true, func() { Correlate(right) }},
		answer{"stub", false, func() { Correlate(func(x, k [][]float64) [][]float64 { return nil }) }},
		answer{"nil function", false, func() { Correlate(nil) }},
		answer{"flipped", false, func() { Correlate(like(conv.Flip, conv.Window{})) }},
		answer{"padded", false, func() { Correlate(like(same, conv.Window{Padding: 1})) }},
		answer{"one row short", false, func() {
			Correlate(func(x, k [][]float64) [][]float64 { y := right(x, k); return y[:len(y)-1] })
		}},
		answer{"the example alone", false, func() {
			Correlate(func(x, k [][]float64) [][]float64 { return right(red, kernel) })
		}},
		answer{"square kernels alone", false, func() {
			Correlate(func(x, k [][]float64) [][]float64 {
				y := right(x, k)
				for i := range y {
					y[i] = y[i][:len(y)]
				}
				return y
			})
		}},
	)
}

func TestShift(t *testing.T) {
	judge(t,
		answer{"right", true, func() { Shift([][]float64{{0, 0, 0}, {1, 0, 0}, {0, 0, 0}}) }},
		answer{"stub", false, func() { Shift([][]float64{{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}) }},
		answer{"to the left", false, func() { Shift([][]float64{{0, 0, 0}, {0, 0, 1}, {0, 0, 0}}) }},
		answer{"down", false, func() { Shift([][]float64{{0, 1, 0}, {0, 0, 0}, {0, 0, 0}}) }},
		answer{"5×5", false, func() { Shift(make([][]float64, 5)) }},
		answer{"ragged", false, func() { Shift([][]float64{{0, 0, 0}, {1, 0}, {0, 0, 0}}) }},
	)
}

func TestVerticalEdges(t *testing.T) {
	judge(t,
		answer{"right", true, func() { VerticalEdges([][]float64{{-1, 0, 1}, {-1, 0, 1}, {-1, 0, 1}}) }},
		answer{"Sobel", true, func() { VerticalEdges([][]float64{{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}}) }},
		answer{"one row", true, func() { VerticalEdges([][]float64{{0, 0, 0}, {-.5, 0, .5}, {0, 0, 0}}) }},
		answer{"stub", false, func() { VerticalEdges([][]float64{{-1, -1, -1}, {0, 0, 0}, {1, 1, 1}}) }},
		answer{"zeros", false, func() { VerticalEdges([][]float64{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}}) }},
		answer{"wrong sign", false, func() { VerticalEdges([][]float64{{1, 0, -1}, {1, 0, -1}, {1, 0, -1}}) }},
		answer{"outline", false, func() { VerticalEdges([][]float64{{-1, -1, -1}, {-1, 8, -1}, {-1, -1, -1}}) }},
		answer{"lines", false, func() { VerticalEdges([][]float64{{-1, 2, -1}, {-1, 2, -1}, {-1, 2, -1}}) }},
	)
}
