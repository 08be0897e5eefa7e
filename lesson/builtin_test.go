package lesson

import (
	"bytes"
	"hash/maphash"
	"math"
	"runtime"
	"strings"
	"testing"
)

func TestBuiltin(t *testing.T) {
	data := Builtin()
	if data.Train.Len() != 60_000 || data.Test.Len() != 10_000 {
		t.Errorf("%d + %d digits, want 60,000 + 10,000", data.Train.Len(), data.Test.Len())
	}
	if strings.Contains(strings.ToUpper(data.Source), "MNIST") {
		t.Errorf("source %q claims to be MNIST", data.Source)
	}
	hash, seen := maphash.MakeSeed(), make(map[uint64]bool)
	for i := range data.Train.Len() {
		seen[maphash.Bytes(hash, data.Train.Image(i))] = true
	}
	if len(seen) != data.Train.Len() {
		t.Errorf("only %d of %d training images differ", len(seen), data.Train.Len())
	}
	for i := range data.Test.Len() {
		if seen[maphash.Bytes(hash, data.Test.Image(i))] {
			t.Fatalf("test image %d is also a training image", i)
		}
	}
}

// The pixels must not depend on which goroutine draws them, nor on how many follow.
func TestDigitsSameEverywhere(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	four := drawDigits(3, 2000)
	runtime.GOMAXPROCS(1)
	one := drawDigits(3, 2000)
	if !bytes.Equal(one.Pixels, four.Pixels) || !bytes.Equal(one.Labels, four.Labels) {
		t.Error("1 and 4 processors draw different digits")
	}
	few := drawDigits(3, 100)
	if first := one.First(100); !bytes.Equal(first.Pixels, few.Pixels) || !bytes.Equal(first.Labels, few.Labels) {
		t.Error("the first 100 of 2,000 digits are not the 100 drawn alone")
	}
	if other := drawDigits(4, 100); bytes.Equal(other.Labels, few.Labels) || bytes.Equal(other.Pixels, few.Pixels) {
		t.Error("two seeds draw the same digits")
	}
}

// Each label is drawn with probability 0.1; four standard deviations are allowed.
func TestDigitLabels(t *testing.T) {
	const n = 4000
	counts := make(map[byte]int)
	for _, label := range drawDigits(3, n).Labels {
		counts[label]++
	}
	for digit := range byte(10) {
		if got := counts[digit]; math.Abs(float64(got)-n*0.1) > 4*math.Sqrt(n*0.1*0.9) {
			t.Errorf("%d of %d digits are a %d", got, n, digit)
		}
	}
	if len(counts) != 10 {
		t.Errorf("%d labels, want 10", len(counts))
	}
}

// MNIST's training pixels have mean 0.1307 and standard deviation 0.3081, with which
// the lecture normalizes its input. The drawn digits must suit the same two numbers.
func TestDigitInk(t *testing.T) {
	d := drawDigits(3, 4000)
	var sum, squares float64
	for _, p := range d.Pixels {
		v := float64(p) / 255
		sum += v
		squares += v * v
	}
	n := float64(len(d.Pixels))
	mean := sum / n
	if math.Abs(mean-Mean) > 0.008 {
		t.Errorf("mean %.4f, MNIST has %.4f", mean, Mean)
	}
	if std := math.Sqrt(squares/n - mean*mean); math.Abs(std-Std) > 0.01 {
		t.Errorf("standard deviation %.4f, MNIST has %.4f", std, Std)
	}
}

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
				img := make([]byte, pixels)
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
	return sum / pixels
}

func BenchmarkBuiltin(b *testing.B) {
	for b.Loop() {
		Builtin()
	}
}
