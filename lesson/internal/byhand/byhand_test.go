package byhand

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"gonum.org/v1/gonum/floats"
)

// lectures is the lecture's network; other has odd sizes and channels that fill no register.
var (
	lectures = New(Conv{"conv1", 10, 5}, Conv{"conv2", 20, 5}, "fc")
	other    = New(Conv{"a", 3, 3}, Conv{"b", 17, 3}, "c")
)

// some makes weights, and images with strokes of noise.
func some(n *Network, images int) (w Weights, pixels [][]byte, labels []byte) {
	r := rand.New(rand.NewPCG(1, 2))
	w = n.NewWeights()
	for _, list := range w {
		for i := range list {
			list[i] = float32(r.NormFloat64()) / 20
		}
	}
	for range images {
		image := make([]byte, 784)
		for range 150 {
			image[r.IntN(784)] = byte(r.IntN(256))
		}
		pixels, labels = append(pixels, image), append(labels, byte(r.IntN(10)))
	}
	return w, pixels, labels
}

// The sums are the same, bit for bit, however many goroutines share the work.
func TestSameSumsOnAnyNumberOfCores(t *testing.T) {
	w, images, labels := some(lectures, 37)
	gradients := func(goroutines int) (float64, []float32) {
		l := lectures.NewLearner()
		l.images = nil
		for range goroutines {
			l.images = append(l.images, lectures.newImage())
		}
		loss, d := l.Gradients(w, images, labels)
		return loss, slices.Concat(d...)
	}
	want, wantGradients := gradients(1)
	for _, goroutines := range []int{2, 3, 4, groups} {
		for range 5 {
			if loss, d := gradients(goroutines); loss != want || !slices.Equal(d, wantGradients) {
				t.Fatalf("with %d goroutines the loss is %v, with one %v; the same gradients: %v", goroutines, loss, want, slices.Equal(d, wantGradients))
			}
		}
	}
}

// What panics in a goroutine panics in the caller's, where it can be caught.
func TestPanicsComeBack(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a label of 12 passes without a word")
		}
	}()
	w, images, labels := some(lectures, 20)
	labels[11] = 12
	lectures.NewLearner().Gradients(w, images, labels)
}

// A learner forgets what it computed before.
func TestALearnerForgets(t *testing.T) {
	w, images, labels := some(lectures, 20)
	l := lectures.NewLearner()
	_, d := l.Gradients(w, images, labels)
	first := slices.Concat(d...)
	l.Gradients(w, images[3:5], labels[3:5])
	if _, d = l.Gradients(w, images, labels); !slices.Equal(slices.Concat(d...), first) {
		t.Error("the gradients of the same images differ after others")
	}
}

// The gradients are slopes: the loss, computed from the logits, rises by them when a weight
// moves. Where a move changes which value is the largest, there is no slope to compare; those
// are few.
func TestGradientsAreSlopes(t *testing.T) {
	for _, n := range []*Network{lectures, other} {
		w, images, labels := some(n, 6)
		loss := func() (sum float64) {
			for i, logits := range n.NewReader(w).Logits(images) {
				z := make([]float64, len(logits))
				for k, v := range logits {
					z[k] = float64(v)
				}
				sum += (floats.LogSumExp(z) - z[labels[i]]) / float64(len(images))
			}
			return sum
		}
		at, d := n.NewLearner().Gradients(w, images, labels)
		if math.Abs(at-loss()) > 1e-6 {
			t.Errorf("the loss is %v, by the logits %v", at, loss())
		}
		r, off, compared := rand.New(rand.NewPCG(3, 4)), 0, 0
		for k, list := range w {
			largest := math.Abs(float64(slices.MaxFunc(d[k], func(a, b float32) int { return cmp.Compare(a*a, b*b) })))
			for range 12 {
				i := r.IntN(len(list))
				const step = 1e-3
				old := list[i]
				list[i] = old + step
				above := loss()
				list[i] = old - step
				below := loss()
				list[i] = old
				compared++
				if slope := (above - below) / (2 * step); math.Abs(slope-float64(d[k][i])) > 0.02*largest+2e-4 {
					off++
				}
			}
		}
		if off > compared/10 {
			t.Errorf("%d of %d gradients are not the slope", off, compared)
		}
	}
}

func BenchmarkGradients(b *testing.B) {
	w, images, labels := some(lectures, 64)
	l := lectures.NewLearner()
	best := time.Hour
	for b.Loop() {
		start := time.Now()
		l.Gradients(w, images, labels)
		best = min(best, time.Since(start))
	}
	b.ReportMetric(float64(best.Nanoseconds()), "best-ns")
}
