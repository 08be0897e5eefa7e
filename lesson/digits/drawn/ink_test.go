package drawn

import (
	"math"
	"testing"

	"convnet.example/lesson/digits/mnist"
)

// A thick pen would fill the small loop of this figure, so a finer one is taken.
// Once in a while the pen skips a bit, and the loop is open.
func TestInkKeepsLoops(t *testing.T) {
	const n, radius = 100, 0.12 // 2.2 pixels
	var loop []point
	for i := range 17 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 8)
		loop = append(loop, point{radius * sin, radius - radius*cos})
	}
	stroke := appendSpline(nil, []point{{0, 2 * radius}, {0, 0.5}, {0, 1}})
	f := figure{pen: 2}
	kept := 0
	for seed := range uint64(n) {
		s := newHand(seed, 0).ink([][]point{loop, stroke}, &f)
		if s.loops(1) == 1 {
			kept++
		}
	}
	if kept < n*9/10 {
		t.Errorf("%d of %d loops show", kept, n)
	}
}

// The bars of a low digit are close together. With the usual pen they would be one.
func TestInkOfLowDigit(t *testing.T) {
	var bars [][]point
	for _, y := range []float64{-0.2, 0, 0.2} {
		bars = append(bars, appendSpline(nil, []point{{-0.5, y}, {0.5, y}}))
	}
	f := figure{pen: 2}
	for seed := range uint64(100) {
		s := newHand(seed, 0).ink(bars, &f)
		between := 0.0
		for x := range inkBox {
			between += min(s[8*inkBox+x], s[12*inkBox+x])
		}
		if between > inkBox/2 {
			t.Errorf("seed %d: the bars are one", seed)
		}
	}
}

func TestEveryStyleDraws(t *testing.T) {
	for digit, f := range figures {
		for k, s := range f.styles {
			f.styles = []style{s}
			for seed := range uint64(50) {
				img := make([]byte, mnist.Pixels)
				newHand(seed, 0).write(&f, img)
				// MNIST's training images have between 0.025 and 0.398.
				if share := inkShare(img); share < 0.015 || share > 0.40 {
					t.Errorf("%d in style %d, seed %d: ink on %.3f of the image", digit, k, seed, share)
				}
			}
		}
	}
}

// inkShare returns the mean of an image's pixels, 1 being ink all over.
func inkShare(img []byte) float64 {
	sum := 0.0
	for _, p := range img {
		sum += float64(p) / 255
	}
	return sum / mnist.Pixels
}
