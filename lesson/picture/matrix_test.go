package picture_test

import (
	"fmt"
	"strings"
	"testing"

	"convnet.example/lesson/internal/golden"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/picture"
)

func TestMatrixPicture(t *testing.T) {
	edges := [][]float64{
		{0.125, 0, -0.125},
		{0.25, -0.0004, -0.25},
		{nan, 0.001, -0.2},
	}
	golden.Check(t, "matrix", picture.Matrix(edges), golden.Soft)
}

func TestMatrixPictureOfTheLecture(t *testing.T) {
	golden.Check(t, "lecture", picture.Matrix(conv.Correlate(red, kernel, conv.Window{Padding: 1})), golden.Soft)
}

func TestWindowPicture(t *testing.T) {
	w := conv.Window{Kernel: 3, Stride: 2, Padding: 1}
	golden.Check(t, "window", picture.Window(red, w, 1, 0), golden.Soft)
}

func TestWindowPictureDilation(t *testing.T) {
	w := conv.Window{Kernel: 2, Dilation: 3}
	golden.Check(t, "dilation", picture.Window(red, w, 1, 0), golden.Soft)
}

func TestConfusionPicture(t *testing.T) {
	var counts [10][10]int
	for digit, n := range []int{974, 1128, 1015, 1001, 968, 881, 943, 1007, 961, 982} {
		counts[digit][digit] = n
	}
	counts[2][7], counts[4][9], counts[9][4], counts[5][3] = 12, 9, 6, 4
	counts[7][2], counts[3][5], counts[6][0], counts[8][0] = 7, 2, 3, 1
	golden.Check(t, "confusion", picture.Confusion(counts), golden.Soft)
}

func TestTintedPicture(t *testing.T) {
	parity := func(row, column int) int { return row%2*2 + column%2 }
	golden.Check(t, "tinted", picture.Tinted(red, parity), golden.Soft)
}

func TestTintedMisuse(t *testing.T) {
	defer func() {
		if got := fmt.Sprint(recover()); !strings.Contains(got, "tint 4 at 0, 0: there are 4, from 0") {
			t.Errorf("it panics with %q", got)
		}
	}()
	picture.Tinted(red, func(_, _ int) int { return 4 })
}
