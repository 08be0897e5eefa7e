package conv_test

import (
	"fmt"
	"testing"

	"convnet.example/lesson/conv"
)

// The lecture's red channel and kernel.
var (
	red = [][]float64{
		{3, 4, 6, 5, 7},
		{2, 4, 6, 8, 2},
		{1, 6, 7, 8, 4},
		{9, 7, 4, 6, 2},
		{3, 7, 5, 4, 1},
	}
	kernel = [][]float64{
		{1, 2, 3},
		{4, 5, 6},
		{7, 8, 9},
	}
)

// The lecture's first number: nine products and their sum.
func ExampleCorrelate_first() {
	patch := [][]float64{
		{3, 4, 6},
		{2, 4, 6},
		{1, 6, 7},
	}
	for i, row := range patch {
		for j := range row {
			fmt.Printf("%v·%v = %v\n", kernel[i][j], patch[i][j], kernel[i][j]*patch[i][j])
		}
	}
	fmt.Println(conv.Correlate(patch, kernel, conv.Window{}))
	// Output:
	// 1·3 = 3
	// 2·4 = 8
	// 3·6 = 18
	// 4·2 = 8
	// 5·4 = 20
	// 6·6 = 36
	// 7·1 = 7
	// 8·6 = 48
	// 9·7 = 63
	// [[211]]
}

func ExampleCorrelate() {
	for _, row := range conv.Correlate(red, kernel, conv.Window{}) {
		fmt.Println(row)
	}
	// Output:
	// [211 295 262]
	// [259 282 214]
	// [251 253 169]
}

// A margin of one zero keeps the size of the image.
func ExampleCorrelate_padding() {
	for _, row := range conv.Correlate(red, kernel, conv.Window{Padding: 1}) {
		fmt.Println(row)
	}
	// Output:
	// [91 168 224 215 127]
	// [114 211 295 262 149]
	// [192 259 282 214 122]
	// [194 251 253 169 86]
	// [96 112 110 68 31]
}

func ExampleCorrelate_stride() {
	for _, row := range conv.Correlate(red, kernel, conv.Window{Stride: 2}) {
		fmt.Println(row)
	}
	// Output:
	// [211 262]
	// [251 169]
}

// With dilation 2 the kernel reads every other row and column, and covers 5×5 pixels.
func ExampleCorrelate_dilation() {
	fmt.Println(conv.Correlate(red, kernel, conv.Window{Dilation: 2}))
	fmt.Println((1*3 + 2*6 + 3*7) + (4*1 + 5*7 + 6*4) + (7*3 + 8*5 + 9*1))
	// Output:
	// [[169]]
	// 169
}

// Each channel has its own kernel, and the results are added.
func ExampleCorrelateChannels() {
	image := [][][]float64{
		{{3, 4, 6}, {2, 4, 6}, {1, 6, 7}}, // red
		{{1, 0, 2}, {0, 1, 0}, {2, 0, 1}}, // green
		{{5, 5, 5}, {0, 0, 0}, {1, 1, 1}}, // blue
	}
	kernels := [][][]float64{
		{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}},
		{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}},
		{{1, 1, 1}, {0, 0, 0}, {-1, -1, -1}},
	}
	for c := range image {
		fmt.Println(conv.Correlate(image[c], kernels[c], conv.Window{}))
	}
	fmt.Println(conv.CorrelateChannels(image, kernels, conv.Window{}))
	// Output:
	// [[211]]
	// [[7]]
	// [[12]]
	// [[230]]
}

// The convolution of mathematics flips the kernel first.
func ExampleFlip() {
	fmt.Println(conv.Flip(kernel))
	fmt.Println(conv.Correlate(red, conv.Flip(kernel), conv.Window{})[0][0])
	// Output:
	// [[9 8 7] [6 5 4] [3 2 1]]
	// 179
}

// Every other way to say what Correlate does: pad the image and the kernel first, then
// take each s-th row and column of the plain correlation.
func TestCorrelateByPaddingAndSpreading(t *testing.T) {
	each(func(w conv.Window) {
		x, k := pattern(10, 11), pattern(w.Kernel, w.Kernel)
		got := conv.Correlate(x, k, w)
		all := plain(padded(x, w.Padding), spread(k, w.Dilation))
		want := everyNth(all, w.Stride)
		if !equal(got, want) {
			t.Errorf("%+v:\ngot  %v\nwant %v", w, got, want)
		}
	})
}

func TestCorrelateRectangularKernel(t *testing.T) {
	for _, k := range [][][]float64{pattern(1, 4), pattern(3, 2), pattern(5, 1)} {
		x := pattern(6, 7)
		if got, want := conv.Correlate(x, k, conv.Window{}), plain(x, k); !equal(got, want) {
			t.Errorf("%d×%d kernel:\ngot  %v\nwant %v", len(k), len(k[0]), got, want)
		}
	}
}

// Correlate(a·x + y, k) = a·Correlate(x, k) + Correlate(y, k).
func TestCorrelateIsLinear(t *testing.T) {
	const a = 3
	w, k := conv.Window{Stride: 2, Padding: 1}, pattern(3, 3)
	x, y := pattern(6, 6), pattern(6, 6)
	got := conv.Correlate(sum(a, x, y), k, w)
	want := sum(a, conv.Correlate(x, k, w), conv.Correlate(y, k, w))
	if !equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// With room for every overlap, mathematical convolution does not care which is the kernel.
func TestFlippedCorrelationCommutes(t *testing.T) {
	x, k := pattern(4, 4), pattern(3, 3)
	got := conv.Correlate(x, conv.Flip(k), conv.Window{Padding: 2})
	want := conv.Correlate(k, conv.Flip(x), conv.Window{Padding: 3})
	if !equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestFlipTwice(t *testing.T) {
	k := pattern(2, 5)
	if got := conv.Flip(conv.Flip(k)); !equal(got, k) {
		t.Errorf("got  %v\nwant %v", got, k)
	}
	if equal(conv.Flip(k), k) {
		t.Error("Flip changed nothing")
	}
}
