package exercise

import (
	"fmt"

	"convnet.example/lesson/conv"
)

// OutputSize checks exercise 03.1: the number of positions of a window along a side of in
// pixels, in which all four fields of the window are written out.
func OutputSize(solve func(in int, w conv.Window) int) {
	q := question{"03.1", text{"the output size", "输出大小"}, text{
		"the first position needs Dilation·(Kernel−1)+1 pixels of in + 2·Padding; each further one needs Stride more.",
		"先从 in + 2·Padding 里减去第一个位置占的 Dilation·(Kernel−1)+1，余下的每 Stride 个像素再多一个位置。"}}
	var trials []trial
	for _, c := range []struct {
		in     int
		window conv.Window
	}{
		{28, conv.Window{Kernel: 5, Stride: 1, Dilation: 1}},
		{28, conv.Window{Kernel: 5, Stride: 1, Padding: 2, Dilation: 1}},
		{5, conv.Window{Kernel: 3, Stride: 2, Dilation: 1}},
		{6, conv.Window{Kernel: 3, Stride: 2, Dilation: 1}},
		{28, conv.Window{Kernel: 3, Stride: 1, Dilation: 2}},
		{224, conv.Window{Kernel: 7, Stride: 2, Padding: 3, Dilation: 1}},
		{33, conv.Window{Kernel: 4, Stride: 3, Padding: 1, Dilation: 3}},
	} {
		trials = append(trials, trial{of("in", c.in, c.window), func() any { return solve(c.in, c.window) }, c.window.Size(c.in)})
	}
	q.check(trials...)
}

// of says a side and a window.
func of(name string, pixels int, w conv.Window) text {
	return arguments("%s = %d, w = %s", name, pixels, written(w))
}

// written says all four fields of a window.
func written(w conv.Window) string {
	return fmt.Sprintf("{Kernel: %d, Stride: %d, Padding: %d, Dilation: %d}", w.Kernel, w.Stride, w.Padding, w.Dilation)
}

// SamePadding checks exercise 03.2: the padding with which an odd kernel keeps the size
// of the image, at stride 1.
func SamePadding(solve func(kernel, dilation int) int) {
	q := question{"03.2", text{"the padding that keeps the size", "保持大小的填充"}, text{
		"without padding the side loses Dilation·(Kernel−1) pixels; half of them belong on either side.",
		"不填充时，边长会少 Dilation·(Kernel−1)；把它平分到两边。"}}
	try := func(kernel, dilation, want int) trial {
		return trial{arguments("kernel = %d, dilation = %d", kernel, dilation), func() any { return solve(kernel, dilation) }, want}
	}
	q.check(try(3, 1, 1), try(5, 1, 2), try(1, 1, 0), try(7, 1, 3), try(3, 2, 2), try(5, 3, 6))
}

// InputSize checks exercise 03.3: the smallest side that gives out positions to a window
// whose four fields are written out.
func InputSize(solve func(out int, w conv.Window) int) {
	q := question{"03.3", text{"the input that an output needs", "由输出求输入"}, text{
		"the first position takes Dilation·(Kernel−1)+1 pixels, each of the other out−1 takes Stride; padding gives 2·Padding of them.",
		"第一个位置占 Dilation·(Kernel−1)+1 个像素，其余 out−1 个位置各再占 Stride 个；其中 2·Padding 个由填充提供。"}}
	try := func(out int, w conv.Window, want int) trial {
		return trial{of("out", out, w), func() any { return solve(out, w) }, want}
	}
	q.check(
		try(24, conv.Window{Kernel: 5, Stride: 1, Dilation: 1}, 28),
		try(12, conv.Window{Kernel: 2, Stride: 2, Dilation: 1}, 24),
		try(2, conv.Window{Kernel: 3, Stride: 2, Dilation: 1}, 5),
		try(28, conv.Window{Kernel: 5, Stride: 1, Padding: 2, Dilation: 1}, 28),
		try(112, conv.Window{Kernel: 7, Stride: 2, Padding: 3, Dilation: 1}, 223),
		try(3, conv.Window{Kernel: 3, Stride: 3, Dilation: 2}, 11),
	)
}
