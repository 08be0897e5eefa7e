package conv

import "convnet.example/lesson/internal/matrix"

// Window is the square that slides over an image. A convolution multiplies what it
// covers with a kernel, pooling takes a maximum or a mean.
//
// The fields are PyTorch's kernel_size, stride, padding and dilation, the same down
// and across. A zero Stride means 1 in a convolution and Kernel in pooling, and a
// zero Dilation means 1, so Window{Kernel: 5} and Window{Kernel: 2} are the windows of
// the lecture's convolution and of its pooling.
type Window struct {
	Kernel   int // pixels on a side
	Stride   int // pixels from one position to the next
	Padding  int // zeros added on each of the four sides (a maximum ignores them)
	Dilation int // pixels from one number of the kernel to the next
}

// Pool returns the window of a pooling layer with its stride written out:
// Window{Kernel: kernel, Stride: kernel}. [Window.Size] and [ReceptiveField] cannot
// know what a window is used for, and take a zero Stride as 1.
func Pool(kernel int) Window { return Window{Kernel: kernel, Stride: kernel} }

// Size returns the number of positions of the window along a side of in pixels:
//
//	⌊(in + 2·Padding − Dilation·(Kernel−1) − 1) / Stride⌋ + 1
//
// It is 0 if the window does not fit. A zero Stride counts as 1: use [Pool] for pooling.
func (w Window) Size(in int) int {
	w = w.ForConv()
	room := in + 2*w.Padding - w.Span()
	if room < 0 { // Go would round −1/2 up to 0, where the formula rounds it down to −1
		return 0
	}
	return room/w.Stride + 1
}

// Span returns the pixels that the window covers on a side.
func (w Window) Span() int { return w.Dilation*(w.Kernel-1) + 1 }

// Covers reports whether the window at a position covers a pixel of the padded image,
// along one side.
func (w Window) Covers(pixel, position int) bool {
	from := pixel - position*w.Stride
	return from >= 0 && from < w.Span() && from%w.Dilation == 0
}

// ForConv returns the window with the defaults of a convolution written out.
// It panics if a field makes no sense.
func (w Window) ForConv() Window { return w.withStride(1) }

// ForKernel returns the window of a convolution with a kernel of that size, with its defaults
// written out. It panics if w.Kernel says another size.
func (w Window) ForKernel(height, width int) Window {
	if height == 0 || width == 0 {
		panicf("the kernel is empty: give it one number or more")
	}
	if w.Kernel != 0 && (w.Kernel != height || w.Kernel != width) {
		panicf("Window.Kernel is %d, but the kernel is %d×%d: leave Window.Kernel out",
			w.Kernel, height, width)
	}
	w.Kernel = height
	return w.ForConv()
}

// ForPool returns the window with the defaults of pooling written out.
// It panics if a field makes no sense, or, as PyTorch does, if the padding is more than half of
// what the window spans. With dilation a position may still lie on padding alone.
func (w Window) ForPool() Window {
	w = w.withStride(w.Kernel)
	if 2*w.Padding > w.Span() {
		panicf("padding %d is more than half of a pooling window of %d: use less padding",
			w.Padding, w.Span())
	}
	return w
}

// withStride returns the window with a zero Stride and a zero Dilation replaced.
func (w Window) withStride(stride int) Window {
	if w.Kernel < 1 || w.Stride < 0 || w.Padding < 0 || w.Dilation < 0 {
		panicf("%+v: Kernel must be 1 or more, and nothing negative", w)
	}
	if w.Stride == 0 {
		w.Stride = stride
	}
	if w.Dilation == 0 {
		w.Dilation = 1
	}
	return w
}

// positions returns a matrix of zeros with one element for each position of a kernel
// of height kh and width kw on x. It panics if the kernel does not fit.
func (w Window) positions(x [][]float64, kh, kw int) [][]float64 {
	height, width := matrix.Size("the image", x)
	down, across := w, w
	down.Kernel, across.Kernel = kh, kw
	h, v := down.Size(height), across.Size(width)
	if h == 0 || v == 0 {
		panicf("a %d×%d kernel with dilation %d does not fit on a %d×%d image with padding %d: "+
			"use more padding or a smaller kernel", kh, kw, w.Dilation, height, width, w.Padding)
	}
	return matrix.Zeros(h, v)
}

// Sides returns the window of a convolution with a kernel in either direction.
func (w Window) Sides(kernel [][]float64) (down, across Window) {
	down = w.ForKernel(matrix.Size("the kernel", kernel))
	across = down
	across.Kernel = len(kernel[0])
	return down, across
}
