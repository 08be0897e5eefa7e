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

func TestConvolutionParameters(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			ConvolutionParameters(func(in, out, k int, bias bool) int {
				if bias {
					return out*in*k*k + out
				}
				return out * in * k * k
			})
		}},
		answer{"stub", false, func() { ConvolutionParameters(func(in, out, k int, bias bool) int { return 0 }) }},
		answer{"bias always", false, func() {
			ConvolutionParameters(func(in, out, k int, bias bool) int { return out*in*k*k + out })
		}},
		answer{"kernels of one plane", false, func() {
			ConvolutionParameters(func(in, out, k int, bias bool) int { return out*k*k + out })
		}},
	)
}
