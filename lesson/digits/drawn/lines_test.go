package drawn_test

import (
	"math"
	"slices"
	"testing"

	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/digits/mnist"
)

var seven = [][][2]float64{{{60, 40}, {200, 40}, {120, 240}}}

// moved returns the lines scaled and moved.
func moved(lines [][][2]float64, scale, x, y float64) (list [][][2]float64) {
	for _, line := range lines {
		var points [][2]float64
		for _, p := range line {
			points = append(points, [2]float64{scale*p[0] + x, scale*p[1] + y})
		}
		list = append(list, points)
	}
	return list
}

// A digit that is small, or in a corner, becomes the same image.
func TestLinesDoNotMindSizeAndPlace(t *testing.T) {
	want := drawn.Lines(seven, 10)
	for _, scale := range []float64{0.1, 0.5, 3} {
		for i, v := range drawn.Lines(moved(seven, scale, -50, 400), 10) {
			if math.Abs(float64(v)-float64(want[i])) > 1 { // rounding
				t.Fatalf("scale %v: pixel %d is %d, want %d", scale, i, v, want[i])
			}
		}
	}
}

// The image is as MNIST's are: in a box of 20 pixels, with strokes of some two pixels, its
// centre of mass in the middle.
func TestLinesAreAsMNIST(t *testing.T) {
	img := drawn.Lines(seven, 10)
	var mass, mx, my float64
	top, bottom := mnist.Side, 0
	for i, v := range img {
		mass += float64(v)
		mx += float64(v) * (float64(i%mnist.Side) + 0.5)
		my += float64(v) * (float64(i/mnist.Side) + 0.5)
		if v > 0 {
			top, bottom = min(top, i/mnist.Side), max(bottom, i/mnist.Side)
		}
	}
	if height := bottom - top + 1; height < 19 || height > mnist.BoxSide {
		t.Errorf("the digit is %d pixels high", height)
	}
	if x, y := mx/mass, my/mass; math.Abs(x-14.5) > 0.51 || math.Abs(y-14.5) > 0.51 {
		t.Errorf("its centre of mass is at %.2f, %.2f", x, y)
	}
	length := 20 / 200.0 * (140 + math.Hypot(80, 200)) // in pixels of the box
	if width := mass / 255 / length; width < 1.7 || width > 2.7 {
		t.Errorf("its strokes are %.2f pixels wide", width)
	}
}

// Points far apart are joined, and a line of one point is a dot of the digit.
func TestLinesJoinPoints(t *testing.T) {
	if img := drawn.Lines([][][2]float64{{{0, 0}, {0, 100}}, {{50, 50}}, {}}, 10); img == nil || slices.Max(img) != 255 {
		t.Error("a stroke and a dot are no image")
	}
}

// Too little, or no number at all, is no digit.
func TestLinesOfNothing(t *testing.T) {
	for _, lines := range [][][][2]float64{nil, {{}}, {{{5, 5}}}, {{{5, 5}, {9, 9}}}, {{{math.NaN(), 1}, {100, 100}}}} {
		if drawn.Lines(lines, 10) != nil {
			t.Errorf("%v is a digit", lines)
		}
	}
}

// Of finds each digit, another one for another seed.
func TestOf(t *testing.T) {
	for digit := range byte(10) {
		img := make([]byte, mnist.Pixels)
		one, other := drawn.Of(digit, 1), drawn.Of(digit, 2)
		for i := uint64(0); ; i++ {
			clear(img)
			if drawn.Digit(1, i, img) == digit {
				break
			}
		}
		if !slices.Equal(one, img) || slices.Equal(one, other) {
			t.Errorf("digit %d: another one than the first, or the same for two seeds", digit)
		}
	}
}
