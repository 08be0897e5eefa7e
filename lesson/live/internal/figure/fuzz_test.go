package figure_test

import (
	"bytes"
	"math"
	"testing"

	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/live/internal/figure"
)

// A file of weights is refused with words, or it is a network that computes.
func FuzzReadNetwork(f *testing.F) {
	f.Add(figure.Weights)
	f.Add(figure.Weights[:600])
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := figure.ReadNetwork(bytes.NewReader(data))
		if err != nil {
			if err.Error() == "" {
				t.Error("refused without a word")
			}
			return
		}
		if a := n.Run(make([]byte, mnist.Pixels)); len(a.Probabilities) != 10 || a.Said() == "" {
			t.Errorf("%+v", a)
		}
	})
}

// What is typed into a kernel is a number of it, or is refused in a short sentence.
func FuzzParseNumber(f *testing.F) {
	for _, text := range []string{"1", "−2,5", "1e999", "－３．５", "NaN", "0x1p-2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := figure.ParseNumber(text)
		if err == nil && !(math.Abs(v) <= 1000) || err != nil && len(err.Error()) > 250 {
			t.Errorf("%q: %v, %v", text, v, err)
		}
	})
}

// Whatever strokes a page sends, they are an image with ink in it, or nothing.
func FuzzLines(f *testing.F) {
	f.Add(1.0, 2.0, 100.0, 200.0, -5.0, 1e300)
	f.Add(math.NaN(), 0.0, math.Inf(1), 0.0, 1e-300, 5.0)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g float64) {
		img := drawn.Lines([][][2]float64{{{a, b}, {c, d}}, {{e, g}}, {}}, 12)
		if img == nil {
			return
		}
		ink := 0
		for _, v := range img {
			ink += int(v)
		}
		if len(img) != mnist.Pixels || ink == 0 {
			t.Errorf("%d pixels with ink %d", len(img), ink)
		}
	})
}
