package conv_test

import (
	"fmt"
	"math"
	"testing"

	"convnet.example/lesson/conv"
)

// A 4×4 image is cut in four, and the largest number of each quarter stays.
func ExampleMaxPool() {
	image := [][]float64{
		{3, 4, 6, 5},
		{2, 4, 6, 8},
		{1, 6, 7, 8},
		{9, 7, 4, 6},
	}
	for _, row := range conv.MaxPool(image, conv.Window{Kernel: 2}) {
		fmt.Println(row)
	}
	// Output:
	// [4 8]
	// [9 8]
}

func ExampleAvgPool() {
	image := [][]float64{
		{3, 4, 6, 5},
		{2, 4, 6, 8},
		{1, 6, 7, 8},
		{9, 7, 4, 6},
	}
	for _, row := range conv.AvgPool(image, conv.Window{Kernel: 2}) {
		fmt.Println(row)
	}
	// Output:
	// [3.25 6.25]
	// [5.75 6.25]
}

// A mean is a correlation with a kernel of equal numbers.
func TestAvgPoolIsCorrelation(t *testing.T) {
	eachPool(func(w conv.Window) {
		x := pattern(10, 11)
		want := conv.Correlate(x, filled(w.Kernel, w.Kernel, 1), w)
		for _, row := range want {
			for j := range row {
				row[j] /= float64(w.Kernel * w.Kernel)
			}
		}
		if got := conv.AvgPool(x, w); !equal(got, want) {
			t.Errorf("%+v:\ngot  %v\nwant %v", w, got, want)
		}
	})
}

// A maximum over a window is the maximum of the images that lie shifted under it.
func TestMaxPoolIsMaximumOfShifts(t *testing.T) {
	const lift = 100 // makes every number positive for shifted, where padding is 0
	eachPool(func(w conv.Window) {
		lifted := sum(1, pattern(10, 11), filled(10, 11, lift))
		x := sum(1, lifted, filled(10, 11, -lift-20)) // and negative here: 0 would win
		want := shifted(lifted, w)
		want = sum(1, want, filled(len(want), len(want[0]), -lift-20))
		if got := conv.MaxPool(x, w); !equal(got, want) {
			t.Errorf("%+v:\ngot  %v\nwant %v", w, got, want)
		}
	})
}

// shifted pools positive numbers: a kernel with a single 1 shifts the image.
func shifted(x [][]float64, w conv.Window) [][]float64 {
	var most [][]float64
	for a := range w.Kernel * w.Kernel {
		k := matrix(w.Kernel, w.Kernel)
		k[a/w.Kernel][a%w.Kernel] = 1
		y := conv.Correlate(x, k, w)
		if most == nil {
			most = y
		}
		for i := range y {
			for j := range y[i] {
				most[i][j] = max(most[i][j], y[i][j])
			}
		}
	}
	return most
}

// eachPool calls f with the windows that pooling allows.
func eachPool(f func(conv.Window)) {
	each(func(w conv.Window) {
		if 2*w.Padding <= w.Dilation*(w.Kernel-1)+1 {
			f(w)
		}
	})
}

func TestPoolStrideIsKernel(t *testing.T) {
	x := pattern(7, 7)
	got, want := conv.MaxPool(x, conv.Window{Kernel: 3}), conv.MaxPool(x, conv.Pool(3))
	if !equal(got, want) || len(got) != 2 || len(got[0]) != 2 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMaxPoolSpecialNumbers(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		x    [][]float64
		w    conv.Window
		want float64
	}{
		{[][]float64{{1, nan}, {2, 3}}, conv.Pool(2), nan}, // as in PyTorch, a NaN is not hidden
		{[][]float64{{-inf, -inf}, {-inf, -inf}}, conv.Pool(2), -inf},
		{[][]float64{{5}}, conv.Window{Kernel: 2, Padding: 1, Dilation: 2}, -inf}, // covers no pixel
	}
	for _, test := range tests {
		if got := conv.MaxPool(test.x, test.w); !equal(got, [][]float64{{test.want}}) {
			t.Errorf("MaxPool(%v, %+v) = %v, want %v", test.x, test.w, got, test.want)
		}
	}
}
