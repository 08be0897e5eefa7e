package picture

import (
	"testing"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/matrix"
)

func TestTermsOfACorrelation(t *testing.T) {
	x := [][]float64{{3, 4}, {2, -0.5}}
	for _, test := range []struct {
		kernel   [][]float64
		w        conv.Window
		position int
		want     string
	}{
		{[][]float64{{1, 2}, {3, 4}}, conv.Window{}, 0, "3.00·1 + 4.00·2 + 2.00·3 + (−0.50)·4 = 15"},
		{[][]float64{{-1, 2}}, conv.Window{Padding: 1}, 7, "2.00·(−1) + (−0.50)·2 = −3.00"},
		{[][]float64{{1, 2}, {3, 4}}, conv.Window{Padding: 1, Dilation: 2}, 3, "3.00·1 + 0.00·2 + 0.00·3 + 0.00·4 = 3"},
		{[][]float64{{2}}, conv.Window{Stride: 1}, 3, "(−0.50)·2 = −1"},
	} {
		if got := newCorrelation(x, test.kernel, test.w).terms(test.position); got != test.want {
			t.Errorf("%v, %+v: %q, want %q", test.kernel, test.w, got, test.want)
		}
	}
}

// Terms that are too long for a notebook are left out, and the picture is lower.
func TestTermsNeedRoom(t *testing.T) {
	short := newCorrelation(matrix.Zeros(3, 3), matrix.Zeros(3, 3), conv.Window{})
	long := newCorrelation(matrix.Zeros(5, 5), matrix.Zeros(5, 5), conv.Window{})
	if !short.written || short.size.Y != short.equation.size.Y+termsHeight {
		t.Error("3×3 terms are left out")
	}
	if long.written || long.size != long.equation.size {
		t.Error("5×5 terms are written")
	}
}
