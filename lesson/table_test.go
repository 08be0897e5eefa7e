package lesson_test

import (
	"testing"

	"convnet.example/lesson"
)

func TestMatrixPicture(t *testing.T) {
	edges := [][]float64{
		{0.125, 0, -0.125},
		{0.25, -0.0004, -0.25},
		{nan, 0.001, -0.2},
	}
	checkGolden(t, "matrix", lesson.MatrixPicture(edges), soft)
}

func TestMatrixPictureOfTheLecture(t *testing.T) {
	checkGolden(t, "lecture", lesson.MatrixPicture(lesson.Correlate(red, kernel, lesson.Window{Padding: 1})), soft)
}

func TestWindowPicture(t *testing.T) {
	w := lesson.Window{Kernel: 3, Stride: 2, Padding: 1}
	checkGolden(t, "window", lesson.WindowPicture(red, w, 1, 0), soft)
}

func TestWindowPictureDilation(t *testing.T) {
	w := lesson.Window{Kernel: 2, Dilation: 3}
	checkGolden(t, "dilation", lesson.WindowPicture(red, w, 1, 0), soft)
}

func TestConfusionPicture(t *testing.T) {
	var counts [10][10]int
	for digit, n := range []int{974, 1128, 1015, 1001, 968, 881, 943, 1007, 961, 982} {
		counts[digit][digit] = n
	}
	counts[2][7], counts[4][9], counts[9][4], counts[5][3] = 12, 9, 6, 4
	counts[7][2], counts[3][5], counts[6][0], counts[8][0] = 7, 2, 3, 1
	checkGolden(t, "confusion", lesson.ConfusionPicture(counts), soft)
}
