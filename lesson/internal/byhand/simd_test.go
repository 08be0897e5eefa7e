//go:build amd64 && goexperiment.simd

package byhand

import (
	"math"
	"testing"
)

// Where numbers overflow and their difference is no number, too, the largest is the same.
func TestLargestIsTheSame(t *testing.T) {
	if !simd {
		t.Skip("this processor has no AVX2 and FMA")
	}
	defer func() { simd = true }()
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	b := newBlock(1, Conv{"", 1, 1}, 2)
	for _, x := range [][]float32{{5, nan, 0, 0}, {nan, 1, 0, 0}, {0, 0, nan, 3}, {1, 2, 2, 1}, {-1, -2, -3, -4}, {0, 0, 0, 0}, {nan, nan, nan, nan}, {-inf, inf, nan, 1}, {1, 1, 1, nan}} {
		k := b.layOut([]float32{1}, []float32{0})
		var y [2][]float32
		var from [2][]int32
		for i := range y {
			simd = i == 0
			y[i], from[i] = make([]float32, room(1)), make([]int32, room(1))
			b.forward(k, append(x[:4:4], make([]float32, lanes)...), y[i], from[i])
		}
		if same := y[0][0] == y[1][0] || y[0][0] != y[0][0] && y[1][0] != y[1][0]; !same || from[0][0] != from[1][0] {
			t.Errorf("of %v the largest is %v from %d, plain %v from %d", x, y[0][0], from[0][0], y[1][0], from[1][0])
		}
	}
}

// The loops with vector instructions compute what the plain ones do, to rounding.
func TestSIMDIsTheSame(t *testing.T) {
	if !simd {
		t.Skip("this processor has no AVX2 and FMA")
	}
	defer func() { simd = true }()
	for _, n := range []*Network{lectures, other} {
		w, images, labels := some(n, 21)
		loss, d := n.NewLearner().Gradients(w, images, labels)
		logits := n.NewReader(w).Logits(images)
		simd = false
		plainLoss, plain := n.NewLearner().Gradients(w, images, labels)
		plainLogits := n.NewReader(w).Logits(images)
		simd = true
		if math.Abs(loss-plainLoss) > 1e-6 {
			t.Errorf("loss %v, plain %v", loss, plainLoss)
		}
		for _, pair := range [][2][][]float32{{d, plain}, {logits, plainLogits}} {
			for k, want := range pair[1] {
				largest := float32(0)
				for _, v := range want {
					largest = max(largest, v, -v)
				}
				for i, v := range pair[0][k] {
					if diff := v - want[i]; max(diff, -diff) > 1e-5*largest {
						t.Fatalf("list %d, number %d: %v, plain %v", k, i, v, want[i])
					}
				}
			}
		}
	}
}
