package lesson

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

// With the same weights pure Go and XLA give the same logits, to a ten-thousandth of the
// largest, and so the same answers but where two digits are as good as equal.
func TestBackendsAgree(t *testing.T) {
	xla := os.Getenv("GOMLX_BACKEND")
	if !strings.HasPrefix(xla, "xla") {
		t.Skip("GOMLX_BACKEND names no XLA plugin")
	}
	defer func() { must.M(UseBackend(xla)) }()
	test, file := digits.Draw(9, 2000), "live/internal/figure/weights.safetensors"
	var logits [2][][]float32
	for i, backend := range []string{"go", xla} {
		must.M(UseBackend(backend))
		logits[i] = must.M1(must.M1(Restore(Net, file)).Logits(test))
	}
	off, others := 0.0, 0
	for i, row := range logits[0] {
		sorted := slices.Sorted(slices.Values(row))
		close := float64(sorted[9]-sorted[8]) < 1e-3
		for k, v := range row {
			off = max(off, math.Abs(float64(v-logits[1][i][k]))/max(1, float64(sorted[9])))
		}
		if slices.Index(row, sorted[9]) != slices.Index(logits[1][i], slices.Max(logits[1][i])) && !close {
			others++
		}
	}
	t.Logf("logits differ by %.1e of the largest at most", off)
	if off > 1e-4 || others > 0 {
		t.Errorf("logits differ by %v of the largest, and %d answers", off, others)
	}
}
