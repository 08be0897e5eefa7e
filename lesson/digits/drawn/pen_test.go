package drawn

import (
	"math"
	"testing"

	"convnet.example/lesson/digits/mnist"
)

// MNIST's digits fit a box of 20 × 20 and fill it in height or in width.
func TestDigitsFillTheBox(t *testing.T) {
	for i := range 2000 {
		img := make([]byte, mnist.Pixels)
		label := Digit(3, uint64(i), img)
		rows, cols := inkExtent(img)
		if rows > inkBox || cols > inkBox || max(rows, cols) < inkBox-2 {
			t.Errorf("image %d, a %d, is %d × %d", i, label, rows, cols)
		}
	}
}

// inkExtent returns the size of the smallest rectangle that holds all ink.
func inkExtent(img []byte) (rows, cols int) {
	top, bottom, left, right := mnist.Side, -1, mnist.Side, -1
	for i, p := range img {
		if p > 0 {
			top, bottom = min(top, i/mnist.Side), max(bottom, i/mnist.Side)
			left, right = min(left, i%mnist.Side), max(right, i%mnist.Side)
		}
	}
	return bottom - top + 1, right - left + 1
}

// The centre of mass of an MNIST image is between 14 and 15 in both directions. Of
// the drawn digits two in a thousand are so one-sided that their box meets the edge.
func TestDigitsCentred(t *testing.T) {
	const n = 4000
	off := 0
	for i := range n {
		img := make([]byte, mnist.Pixels)
		Digit(3, uint64(i), img)
		x, y := centreOfMass(img)
		away := max(math.Abs(x-14.5), math.Abs(y-14.5))
		if away > 0.52 { // pixels are rounded to 1/255
			off++
		}
		if away > 2.5 {
			t.Errorf("image %d has its centre at %.2f, %.2f", i, x, y)
		}
	}
	if off > n/200 {
		t.Errorf("%d of %d images are off centre", off, n)
	}
}

func centreOfMass(img []byte) (x, y float64) {
	var mass float64
	for i, p := range img {
		mass += float64(p)
		x += float64(p) * (float64(i%mnist.Side) + 0.5)
		y += float64(p) * (float64(i/mnist.Side) + 0.5)
	}
	return x / mass, y / mass
}

// A straight line of radius 2 is 4 pixels wide: its ink adds up to 4 on each row
// that it crosses, whatever the softness of its edges.
func TestPenWidth(t *testing.T) {
	for _, soft := range []float64{0.5, 1, 1.5} {
		var s sheet
		s.stroke(point{10, -5}, point{10, 25}, pen{radius: 2, soft: soft, nib: 1})
		for y := range inkBox {
			sum := 0.0
			for _, ink := range s[y*inkBox : (y+1)*inkBox] {
				sum += ink
			}
			if math.Abs(sum-4) > 1e-9 {
				t.Errorf("soft %g, row %d: %.3f pixels of ink, want 4", soft, y, sum)
			}
		}
	}
}

// A nib of 1.25 makes a downstroke 1.25 times thinner and a bar as much thicker.
func TestPenNib(t *testing.T) {
	p := pen{radius: 2, soft: 1, nib: 1.25}
	if d := distance(point{2, 0}, point{0, -9}, point{0, 9}, p.nib); math.Abs(d-2.5) > 1e-9 {
		t.Errorf("2 pixels beside a downstroke count %.3f, want 2.5", d)
	}
	if d := distance(point{0, 2}, point{-9, 0}, point{9, 0}, p.nib); math.Abs(d-1.6) > 1e-9 {
		t.Errorf("2 pixels below a bar count %.3f, want 1.6", d)
	}
	if d := distance(point{3, 4}, point{0, 0}, point{0, 0}, 1); math.Abs(d-5) > 1e-9 {
		t.Errorf("distance from a dot %.3f, want 5", d)
	}
}

// A pen with hard edges leaves half of the ink or more on the same pixels as a soft one.
func TestHardEdges(t *testing.T) {
	for i := range 1000 {
		h, f := newHand(5, uint64(i)), &figures[i%len(figures)]
		lines := h.trace(h.pick(f.styles))
		h.bend(lines, f)
		pressure, nib := h.pressure(lines), h.factor(0.15)
		soft, hard := pen{finest, 1.1, nib}.draw(lines, pressure), pen{finest, hard, nib}.draw(lines, pressure)
		if *newSieve(soft) != *newSieve(hard) {
			t.Errorf("digit %d: other pixels", i)
		}
	}
}

// A line of ink with radius 2 must end 2 pixels before the edge of the sheet.
func TestFit(t *testing.T) {
	place := fit([][]point{{{-0.4, 0.1}, {0.4, 0.3}}, {{0, 0}, {0.1, 0.2}}}, 2)
	for from, want := range map[point]point{
		{-0.4, 0.15}: {2, 10}, // the lines' middle height is 0.15
		{0.4, 0.15}:  {18, 10},
		{0, 0}:       {10, 7},
		{0, 0.3}:     {10, 13},
	} {
		if got := place(from); math.Hypot(got.x-want.x, got.y-want.y) > 1e-9 {
			t.Errorf("%v is placed at %v, want %v", from, got, want)
		}
	}
}
