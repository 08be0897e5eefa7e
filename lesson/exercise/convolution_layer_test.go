package exercise

import (
	"testing"

	"convnet.example/lesson/conv"
)

func TestChannels(t *testing.T) {
	first := func(x, k [][][]float64) [][]float64 { return conv.Correlate(x[0], k[0], conv.Window{}) }
	judge(t,
		answer{"right", true, func() {
			Channels(func(x, k [][][]float64) [][]float64 { return conv.CorrelateChannels(x, k, conv.Window{}) })
		}},
		answer{"stub", false, func() { Channels(first) }},
		answer{"nil", false, func() { Channels(func(x, k [][][]float64) [][]float64 { return nil }) }},
		answer{"three channels always", false, func() {
			Channels(func(x, k [][][]float64) [][]float64 {
				return conv.CorrelateChannels(x[:3], k[:3], conv.Window{})
			})
		}},
		answer{"the first plane for all", false, func() {
			Channels(func(x, k [][][]float64) [][]float64 {
				same := make([][][]float64, len(x))
				for c := range same {
					same[c] = k[0]
				}
				return conv.CorrelateChannels(x, same, conv.Window{})
			})
		}},
	)
}

func TestConvolutionShapes(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			ConvolutionShapes(func(x [3]int, n, k int) ([4]int, [3]int) {
				return [4]int{n, x[0], k, k}, [3]int{n, x[1] - k + 1, x[2] - k + 1}
			})
		}},
		answer{"stub", false, func() {
			ConvolutionShapes(func(x [3]int, n, k int) (w [4]int, y [3]int) { return })
		}},
		answer{"input first", false, func() {
			ConvolutionShapes(func(x [3]int, n, k int) ([4]int, [3]int) {
				return [4]int{x[0], n, k, k}, [3]int{n, x[1] - k + 1, x[2] - k + 1}
			})
		}},
		answer{"width before height", false, func() {
			ConvolutionShapes(func(x [3]int, n, k int) ([4]int, [3]int) {
				return [4]int{n, x[0], k, k}, [3]int{n, x[2] - k + 1, x[1] - k + 1}
			})
		}},
	)
}

func TestOneOrTwo(t *testing.T) {
	five := func(in, out int) int { return 25*in*out + out }
	pair := func(in, middle, out int) int { return 9*in*middle + middle + 9*middle*out + out }
	most := func(five func(in, out int) int, pair func(in, middle, out int) int) func(in, out int) int {
		return func(in, out int) (middle int) {
			for pair(in, middle+1, out) <= five(in, out) {
				middle++
			}
			return middle
		}
	}
	judge(t,
		answer{"right, counted", true, func() { OneOrTwo(most(five, pair)) }},
		answer{"right, solved", true, func() {
			OneOrTwo(func(in, out int) int { return 25 * in * out / (9*in + 9*out + 1) })
		}},
		answer{"as many as go out", false, func() { OneOrTwo(func(in, out int) int { return out }) }},
		answer{"without biases", false, func() {
			OneOrTwo(func(in, out int) int { return 25 * in * out / (9*in + 9*out) })
		}},
		answer{"fewer, not as many", false, func() {
			OneOrTwo(func(in, out int) int { return (25*in*out - 1) / (9*in + 9*out + 1) })
		}},
		answer{"rounded up", false, func() {
			OneOrTwo(func(in, out int) int { return 25*in*out/(9*in+9*out+1) + 1 })
		}},
		answer{"kernels of one plane", false, func() {
			OneOrTwo(most(func(in, out int) int { return 26 * out }, func(_, m, out int) int { return 10*m + 10*out }))
		}},
	)
}
