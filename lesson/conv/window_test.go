package conv_test

import (
	"fmt"
	"testing"

	"convnet.example/lesson/conv"
)

// The lecture's network makes an image of 28 pixels smaller four times.
func ExampleWindow_Size() {
	size := 28
	fmt.Print(size)
	for _, w := range []conv.Window{{Kernel: 5}, conv.Pool(2), {Kernel: 5}, conv.Pool(2)} {
		size = w.Size(size)
		fmt.Print(" → ", size)
	}
	// Output: 28 → 24 → 12 → 8 → 4
}

func TestSize(t *testing.T) {
	tests := []struct {
		window   conv.Window
		in, want int
	}{
		{conv.Window{Kernel: 5}, 28, 24},
		{conv.Window{Kernel: 5, Padding: 2}, 28, 28},
		{conv.Window{Kernel: 3, Stride: 2}, 5, 2},
		{conv.Window{Kernel: 3, Stride: 2}, 6, 2}, // the last column is left out
		{conv.Window{Kernel: 3, Dilation: 2}, 5, 1},
		{conv.Window{Kernel: 3, Dilation: 2}, 4, 0},
		{conv.Window{Kernel: 1}, 1, 1},
		{conv.Window{Kernel: 2, Stride: 2}, 1, 0}, // −1/2 rounds down
		{conv.Window{Kernel: 9, Stride: 100}, 3, 0},
		{conv.Window{Kernel: 2}, 24, 23}, // no one said that it is for pooling
	}
	for _, test := range tests {
		if got := test.window.Size(test.in); got != test.want {
			t.Errorf("%+v.Size(%d) = %d, want %d", test.window, test.in, got, test.want)
		}
	}
}

// Size says how many positions there are: count them.
func TestSizeCountsPositions(t *testing.T) {
	each(func(w conv.Window) {
		for in := range 12 {
			count, reach := 0, w.Dilation*(w.Kernel-1)
			for at := -w.Padding; at+reach < in+w.Padding; at += w.Stride {
				count++
			}
			if got := w.Size(in); got != count {
				t.Errorf("%+v.Size(%d) = %d, want %d", w, in, got, count)
			}
		}
	})
}

func TestMisuse(t *testing.T) {
	image, ragged := pattern(3, 3), [][]float64{{1, 2}, {3}}
	tests := []struct {
		want string
		call func()
	}{
		{"lesson: a 5×5 kernel with dilation 1 does not fit on a 3×3 image with padding 0: " +
			"use more padding or a smaller kernel",
			func() { conv.Correlate(image, pattern(5, 5), conv.Window{}) }},
		{"lesson: a 2×2 kernel with dilation 3 does not fit on a 3×3 image with padding 0: " +
			"use more padding or a smaller kernel",
			func() { conv.MaxPool(image, conv.Window{Kernel: 2, Dilation: 3}) }},
		{"lesson: a 1×1 kernel with dilation 1 does not fit on a 0×0 image with padding 0: " +
			"use more padding or a smaller kernel",
			func() { conv.Correlate(nil, pattern(1, 1), conv.Window{}) }},
		{"lesson: Window.Kernel is 3, but the kernel is 2×3: leave Window.Kernel out",
			func() { conv.Correlate(image, pattern(2, 3), conv.Window{Kernel: 3}) }},
		{"lesson: the kernel is empty: give it one number or more",
			func() { conv.Correlate(image, nil, conv.Window{}) }},
		{"lesson: the image has 2 numbers in row 0 and 1 in row 1: make all rows equally long",
			func() { conv.AvgPool(ragged, conv.Pool(1)) }},
		{"lesson: the kernel has 2 numbers in row 0 and 1 in row 1: make all rows equally long",
			func() { conv.Flip(ragged) }},
		{"lesson: image channels: 1, kernel channels: 3: give the kernel one channel for each of the image's",
			func() { conv.CorrelateChannels(make([][][]float64, 1), make([][][]float64, 3), conv.Window{}) }},
		{"lesson: padding 2 is more than half of a pooling window of 3: use less padding",
			func() { conv.MaxPool(image, conv.Window{Kernel: 3, Padding: 2}) }},
		{"lesson: {Kernel:0 Stride:1 Padding:0 Dilation:0}: Kernel must be 1 or more, and nothing negative",
			func() { conv.Window{Stride: 1}.Size(3) }},
		{"lesson: {Kernel:2 Stride:-1 Padding:0 Dilation:0}: Kernel must be 1 or more, and nothing negative",
			func() { conv.ReceptiveField(conv.Window{Kernel: 2, Stride: -1}) }},
	}
	for _, test := range tests {
		if got := panicOf(test.call); got != test.want {
			t.Errorf("got  %v\nwant %s", got, test.want)
		}
	}
}

// panicOf calls f and returns what it panics with.
func panicOf(f func()) (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	f()
	return ""
}

// each calls f with many windows whose fields are all written out.
func each(f func(conv.Window)) {
	for kernel := 1; kernel <= 4; kernel++ {
		for stride := 1; stride <= 3; stride++ {
			for padding := range 3 {
				for dilation := 1; dilation <= 3; dilation++ {
					f(conv.Window{Kernel: kernel, Stride: stride, Padding: padding, Dilation: dilation})
				}
			}
		}
	}
}
