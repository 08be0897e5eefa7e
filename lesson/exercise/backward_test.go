package exercise

import (
	"math"
	"slices"
	"testing"

	"convnet.example/lesson/conv"
)

func TestBatchGradient(t *testing.T) {
	// with says which images count, and by how many the sum is divided.
	with := func(counts func(label int) bool, n func(all, counted int) int) func([][]float64, []int) [][]float64 {
		return func(s [][]float64, labels []int) [][]float64 {
			counted := 0
			for i, label := range labels {
				if counts(label) {
					counted++
					s[i][max(label, 0)] -= 1
				} else {
					clear(s[i])
				}
			}
			for _, row := range s {
				for k := range row {
					row[k] /= float64(n(len(s), counted))
				}
			}
			return s
		}
	}
	labelled := func(label int) bool { return label >= 0 }
	every := func(label int) bool { return true }
	judge(t, answer{"right", true, func() { BatchGradient(with(labelled, func(all, counted int) int { return counted })) }})
	judge(t, answer{"divided by all", false, func() { BatchGradient(with(labelled, func(all, counted int) int { return all })) }})
	judge(t, answer{"the sum", false, func() { BatchGradient(with(labelled, func(all, counted int) int { return 1 })) }})
	judge(t, answer{"all count", false, func() { BatchGradient(with(every, func(all, counted int) int { return all })) }})
	judge(t, answer{"the softmax", false, func() { BatchGradient(func(s [][]float64, labels []int) [][]float64 { return s }) }})
}

func TestReLUGradient(t *testing.T) {
	gate := func(open func(x, gy float64) bool) func(x, gy []float64) []float64 {
		return func(x, gy []float64) []float64 {
			gx := make([]float64, len(x))
			for i := range x {
				if open(x[i], gy[i]) {
					gx[i] = gy[i]
				}
			}
			return gx
		}
	}
	judge(t, answer{"right", true, func() { ReLUGradient(gate(func(x, gy float64) bool { return x > 0 })) }})
	judge(t, answer{"wrong", false, func() { ReLUGradient(gate(func(x, gy float64) bool { return x >= 0 })) }})
	judge(t, answer{"wrong", false, func() { ReLUGradient(gate(func(x, gy float64) bool { return gy > 0 })) }})
	judge(t, answer{"wrong", false, func() { ReLUGradient(func(x, gy []float64) []float64 { return gy }) }})
	judge(t, answer{"wrong", false, func() { ReLUGradient(func(x, gy []float64) []float64 { return nil }) }})
}

func TestWrongSlopes(t *testing.T) {
	with := func(h, most float64, restore bool) func(func([]float64) float64, []float64, []float64) []int {
		return func(f func([]float64) float64, x, gradient []float64) (wrong []int) {
			for k, v := range x {
				x[k] = v + h
				up := f(x)
				x[k] = v - h
				down := f(x)
				if restore {
					x[k] = v
				}
				if math.Abs((up-down)/(2*h)-gradient[k]) > most {
					wrong = append(wrong, k)
				}
			}
			return wrong
		}
	}
	type f = func([]float64) float64
	judge(t, answer{"right", true, func() { WrongSlopes(with(1e-3, 0.01, true)) }})
	judge(t, answer{"a smaller h", true, func() { WrongSlopes(with(1e-5, 0.01, true)) }})
	judge(t, answer{"x is spoilt", false, func() { WrongSlopes(with(1e-3, 0.01, false)) }})
	judge(t, answer{"exactly equal", false, func() { WrongSlopes(with(1e-3, 0, true)) }})
	judge(t, answer{"h too large", false, func() { WrongSlopes(with(5, 0.01, true)) }})
	judge(t, answer{"none", false, func() { WrongSlopes(func(f, []float64, []float64) []int { return nil }) }})
	judge(t, answer{"the last", false, func() {
		WrongSlopes(func(_ f, x, _ []float64) []int { return []int{len(x) - 1} })
	}})
}

func TestKernelGradient(t *testing.T) {
	with := func(plane func(x, gy [][]float64) [][]float64) func(x, gy [][][]float64) [][][][]float64 {
		return func(x, gy [][][]float64) [][][][]float64 {
			gw := make([][][][]float64, len(gy))
			for o := range gy {
				for c := range x {
					gw[o] = append(gw[o], plane(x[c], gy[o]))
				}
			}
			return gw
		}
	}
	right := with(func(x, gy [][]float64) [][]float64 { return conv.Correlate(x, gy, conv.Window{}) })
	judge(t, answer{"right", true, func() { KernelGradient(right) }})
	judge(t, answer{"flipped", false, func() {
		KernelGradient(with(func(x, gy [][]float64) [][]float64 { return conv.Correlate(x, conv.Flip(gy), conv.Window{}) }))
	}})
	judge(t, answer{"in a frame", false, func() {
		KernelGradient(with(func(x, gy [][]float64) [][]float64 { return conv.Correlate(x, gy, conv.Window{Padding: 1}) }))
	}})
	judge(t, answer{"the first channel for all", false, func() {
		KernelGradient(func(x, gy [][][]float64) [][][][]float64 {
			return right(slices.Repeat(x[:1], len(x)), gy)
		})
	}})
	judge(t, answer{"kernels and channels exchanged", false, func() {
		KernelGradient(func(x, gy [][][]float64) [][][][]float64 {
			gw := make([][][][]float64, len(x))
			for c := range x {
				for o := range gy {
					gw[c] = append(gw[c], conv.Correlate(x[c], gy[o], conv.Window{}))
				}
			}
			return gw
		})
	}})
}

func TestImageGradient(t *testing.T) {
	scatter := func(gy, kernel [][]float64, stride, padding, side int) [][]float64 {
		gx := make([][]float64, side)
		for r := range gx {
			gx[r] = make([]float64, side)
		}
		for i, row := range gy {
			for j, g := range row {
				for a := range kernel {
					for b, v := range kernel[a] {
						p, q := stride*i+a-padding, stride*j+b-padding
						if 0 <= p && p < side && 0 <= q && q < side {
							gx[p][q] += g * v
						}
					}
				}
			}
		}
		return gx
	}
	type m = [][]float64
	judge(t, answer{"right", true, func() { ImageGradient(scatter) }})
	judge(t, answer{"without stride", false, func() {
		ImageGradient(func(gy, k m, stride, padding, side int) m { return scatter(gy, k, 1, padding, side) })
	}})
	judge(t, answer{"without padding", false, func() {
		ImageGradient(func(gy, k m, stride, padding, side int) m { return scatter(gy, k, stride, 0, side) })
	}})
	judge(t, answer{"flipped", false, func() {
		ImageGradient(func(gy, k m, stride, padding, side int) m { return scatter(gy, conv.Flip(k), stride, padding, side) })
	}})
	judge(t, answer{"only the pixels that a window reached", false, func() {
		ImageGradient(func(gy, k m, stride, padding, side int) m {
			return scatter(gy, k, stride, padding, stride*(len(gy)-1)+len(k)-2*padding)
		})
	}})
}
