package figure_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson"
	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/live/livetest"
)

func own(t *testing.T) *figure.Network {
	t.Helper()
	n, err := figure.ReadNetwork(bytes.NewReader(figure.Weights))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The loops compute what package lesson computes, layer by layer, to 1e-5 of the size.
func TestNetworkAsLesson(t *testing.T) {
	path := filepath.Join(t.TempDir(), "weights.safetensors")
	if err := os.WriteFile(path, figure.Weights, 0o644); err != nil {
		t.Fatal(err)
	}
	net, err := lesson.Restore(lesson.Net, path)
	if err != nil {
		t.Fatal(err)
	}
	d := &mnist.Set{}
	for i := range uint64(20) {
		img := make([]byte, mnist.Pixels)
		d.Labels = append(d.Labels, drawn.Digit(3, i, img))
		d.Pixels = append(d.Pixels, img...)
	}
	logits, err := net.Logits(d)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Len() {
		a := own(t).Run(d.Image(i))
		sum := 0.0
		for k, got := range a.Logits {
			near(t, fmt.Sprintf("image %d, logit %d", i, k), got, float64(logits[i][k]))
			sum += a.Probabilities[k]
		}
		near(t, "the probabilities' sum", sum, 1)
		for _, layer := range figure.Layers {
			want, err := net.FeatureMaps(layer, d.Image(i))
			if err != nil {
				t.Fatal(err)
			}
			for k, m := range a.Maps(layer) {
				for r, row := range m {
					for c, got := range row {
						near(t, fmt.Sprintf("image %d, %s, map %d at %d, %d", i, layer, k, r, c), got, want[k][r][c])
					}
				}
			}
		}
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-5*max(1, math.Abs(want))) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// Clear digits, drawn in other strokes than any that the weights have seen, are read: nearly
// all of two hundred.
func TestOwnWeightsReadDrawings(t *testing.T) {
	n, wrong := own(t), 0
	for _, d := range livetest.Digits(7, 200) {
		if a := n.Run(drawn.Lines(d.Lines, 12)); a.Answer() != d.Label {
			wrong++
			t.Logf("a %d is read as %d", d.Label, a.Answer())
		}
	}
	if wrong > 4 {
		t.Errorf("%d of 200 are read wrongly", wrong)
	}
}

// A place says how its number comes about, and what it has seen.
func TestPlaces(t *testing.T) {
	n := own(t)
	a := n.Run(drawn.Lines(livetest.Digits(1, 4)[3].Lines, 12))
	for _, test := range []struct {
		place           figure.Place
		top, left, side int
		pieces          int // of the sum, by " + " or ", "
	}{
		{figure.Place{Layer: "conv1", Map: 3, Row: 7, Column: 11}, 7, 11, 5, 2},
		{figure.Place{Layer: "relu1", Map: 9, Row: 11, Column: 0}, 22, 0, 6, 1},
		{figure.Place{Layer: "conv2", Map: 19, Row: 7, Column: 2}, 14, 4, 14, 11},
		{figure.Place{Layer: "relu2", Map: 0, Row: 3, Column: 3}, 12, 12, 16, 1},
	} {
		if top, left, side := test.place.Field(); top != test.top || left != test.left || side != test.side {
			t.Errorf("%+v has seen %d pixels from %d, %d", test.place, side, top, left)
		}
		text := n.Explain(a, test.place)
		if want := figure.Number(a.Maps(test.place.Layer)[test.place.Map][test.place.Row][test.place.Column]); !strings.HasSuffix(text, "= "+want) {
			t.Errorf("%+v: %q, want it to end with %s", test.place, text, want)
		}
		if pieces := strings.Count(text, " + ") + 1; pieces != test.pieces && test.pieces > 1 {
			t.Errorf("%+v: %q has %d terms, want %d", test.place, text, pieces, test.pieces)
		}
	}
}

// Sums, sizes and numbers as one writes them by hand.
func TestSentences(t *testing.T) {
	patch := [][]float64{{3, 4, 6}, {2, 4, 6}, {1, 6, 7}}
	lecture := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	for got, want := range map[string]string{
		figure.Sum(patch, lecture, conv.Window{}, 0, 0):                                       "1·3 + 2·4 + 3·6\n+ 4·2 + 5·4 + 6·6\n+ 7·1 + 8·6 + 9·7\n= 211",
		figure.Sum(patch, [][]float64{{-1}}, conv.Window{Padding: 1, Stride: 2}, 1, 1):        "(−1)·4\n= −4",
		figure.Sum(patch, [][]float64{{2}}, conv.Window{Padding: 1}, 0, 0):                    "2·0\n= 0",
		figure.SizeFormula(28, conv.Window{Kernel: 3, Stride: 2, Padding: 1}):                 "size = ⌊(28 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = ⌊27 / 2⌋ + 1 = 14\nThe last rows and columns, 1 of each, are never reached (padding counts).",
		figure.Sum([][]float64{{1.0 / 3, 1.0 / 3}}, [][]float64{{1, 1}}, conv.Window{}, 0, 0): "1·0.33333 + 1·0.33333\n≈ 0.66667",
		figure.Number(-0.000001): "0",
		figure.Number(2.5):       "2.5",
		figure.Percent(0.98765):  "98.8 %",
	} {
		if got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
	if text := figure.SizeFormula(7, conv.Window{Kernel: 7, Dilation: 2}); !strings.Contains(text, "covers 13 pixels on a side, and there are 7") {
		t.Error(text)
	}
}
