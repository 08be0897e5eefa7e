//go:build amd64 && goexperiment.simd

package byhand

import (
	"math"
	"testing"
)

// The loops with vector instructions compute what the plain ones do, to rounding.
func TestSIMDIsTheSame(t *testing.T) {
	if !simd {
		t.Skip("this processor has no AVX2 and FMA")
	}
	defer func() { simd = true }()
	for _, n := range []*Network{lectures, other} {
		w, images, labels := some(n, 21)
		loss, d := n.NewLearner().Gradients(w, images, labels)
		logits := n.Logits(w, images)
		simd = false
		plainLoss, plain := n.NewLearner().Gradients(w, images, labels)
		plainLogits := n.Logits(w, images)
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
