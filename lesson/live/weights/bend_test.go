package main

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
)

// Ink between pixels is what their distances say, and outside of the image is paper.
func TestAt(t *testing.T) {
	img := make([]byte, mnist.Pixels)
	img[0], img[1], img[mnist.Side] = 100, 200, 40
	for _, test := range []struct{ x, y, want float64 }{
		{0, 0, 100}, {0.5, 0, 150}, {0, 0.25, 85}, {-0.5, 0, 50}, {-1, 0, 0}, {27.5, 27.5, 0}, {0.5, 0.5, 85},
	} {
		if got := at(img, test.x, test.y); got != test.want {
			t.Errorf("at %v, %v: %v, want %v", test.x, test.y, got, test.want)
		}
	}
}

// A bent digit is another image with about as much ink, and the same for the same seed.
func TestBent(t *testing.T) {
	d := digits.Draw(4, 50)
	once, again, other := bent(d, 1), bent(d, 1), bent(d, 2)
	if !bytes.Equal(once.Pixels, again.Pixels) || bytes.Equal(once.Pixels, other.Pixels) {
		t.Error("the seed does not decide")
	}
	for i := range d.Len() {
		ink := func(img []byte) (sum float64) {
			for _, v := range img {
				sum += float64(v)
			}
			return sum
		}
		if share := ink(once.Image(i)) / ink(d.Image(i)); share < 0.7 || share > 1.4 {
			t.Errorf("image %d has %.2f of its ink", i, share)
		}
	}
}

// Nothing is left of a digit's neighbours: each image is bent for itself.
func TestBendOne(t *testing.T) {
	paper := make([]byte, mnist.Pixels)
	to := bytes.Repeat([]byte{9}, mnist.Pixels)
	bend(to, paper, rand.New(rand.NewPCG(1, 1)))
	if !bytes.Equal(to, paper) {
		t.Error("bent paper has ink")
	}
}
