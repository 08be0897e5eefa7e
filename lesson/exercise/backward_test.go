package exercise

import (
	"math"
	"slices"
	"testing"

	"convnet.example/lesson/conv"
)

func TestLogitGradient(t *testing.T) {
	softmax := func(logits []float64, largest float64) []float64 {
		g, sum := make([]float64, len(logits)), 0.0
		for k, z := range logits {
			g[k] = math.Exp(z - largest)
			sum += g[k]
		}
		for k := range g {
			g[k] /= sum
		}
		return g
	}
	solve := func(from func([]float64) float64, hot float64) func([]float64, int) []float64 {
		return func(logits []float64, label int) []float64 {
			g := softmax(logits, from(logits))
			g[label] -= hot
			return g
		}
	}
	zero := func([]float64) float64 { return 0 }
	first := func(logits []float64) float64 { return logits[0] }
	judge(t, answer{"right", true, func() { LogitGradient(solve(slices.Max[[]float64], 1)) }})
	judge(t, answer{"wrong", false, func() { LogitGradient(solve(zero, 1)) }}) // e^1000 is infinite
	judge(t, answer{"wrong", false, func() { LogitGradient(solve(first, 1)) }})
	judge(t, answer{"wrong", false, func() { LogitGradient(solve(slices.Max[[]float64], 0)) }})
	judge(t, answer{"wrong", false, func() { LogitGradient(func([]float64, int) []float64 { return nil }) }})
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

func TestKernelGradient(t *testing.T) {
	solve := func(x, gy [][]float64, a, b int) (sum float64) {
		for i := range gy {
			for j := range gy[i] {
				sum += gy[i][j] * x[i+a][j+b]
			}
		}
		return sum
	}
	judge(t, answer{"right", true, func() { KernelGradient(solve) }})
	judge(t, answer{"wrong", false, func() { KernelGradient(func(x, gy [][]float64, a, b int) float64 { return 0 }) }})
	judge(t, answer{"wrong", false, func() { KernelGradient(func(x, gy [][]float64, a, b int) float64 { return solve(x, gy, b, a) }) }})
	judge(t, answer{"wrong", false, func() { KernelGradient(func(x, gy [][]float64, a, b int) float64 { return gy[0][0] * x[a][b] }) }})
	judge(t, answer{"wrong", false, func() {
		KernelGradient(func(x, gy [][]float64, a, b int) float64 { return solve(x, conv.Flip(gy), a, b) })
	}})
}

func TestInputGradient(t *testing.T) {
	scatter := func(gy, kernel [][]float64) [][]float64 {
		gx := make([][]float64, len(gy)+len(kernel)-1)
		for r := range gx {
			gx[r] = make([]float64, len(gy[0])+len(kernel)-1)
		}
		for i := range gy {
			for j := range gy[i] {
				for a := range kernel {
					for b := range kernel {
						gx[i+a][j+b] += gy[i][j] * kernel[a][b]
					}
				}
			}
		}
		return gx
	}
	judge(t, answer{"right", true, func() { InputGradient(scatter) }})
	judge(t, answer{"wrong", false, func() { InputGradient(func(gy, kernel [][]float64) [][]float64 { return nil }) }})
	judge(t, answer{"wrong", false, func() { // without the flip
		InputGradient(func(gy, kernel [][]float64) [][]float64 { return scatter(gy, conv.Flip(kernel)) })
	}})
	judge(t, answer{"wrong", false, func() { // without the padding
		InputGradient(func(gy, kernel [][]float64) [][]float64 {
			return conv.Correlate(gy, conv.Flip(kernel), conv.Window{})
		})
	}})
}

func TestBiasGradient(t *testing.T) {
	sum := func(gy [][][][]float64, share float64) []float64 {
		gb := make([]float64, len(gy[0]))
		for _, image := range gy {
			for c, channel := range image {
				for _, row := range channel {
					for _, g := range row {
						gb[c] += g * share
					}
				}
			}
		}
		return gb
	}
	judge(t, answer{"right", true, func() { BiasGradient(func(gy [][][][]float64) []float64 { return sum(gy, 1) }) }})
	judge(t, answer{"wrong", false, func() { BiasGradient(func(gy [][][][]float64) []float64 { return nil }) }})
	judge(t, answer{"wrong", false, func() { BiasGradient(func(gy [][][][]float64) []float64 { return sum(gy[:1], 1) }) }})
	judge(t, answer{"wrong", false, func() { // the mean over the batch, taken once too often
		BiasGradient(func(gy [][][][]float64) []float64 { return sum(gy, 1/float64(len(gy))) })
	}})
}
