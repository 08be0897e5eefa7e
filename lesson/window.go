package lesson

type Window struct{ Kernel, Stride, Padding, Dilation int }

func (w Window) conv() Window { w.Stride, w.Dilation = max(w.Stride, 1), max(w.Dilation, 1); return w }
func (w Window) pool() Window {
	if w.Stride == 0 {
		w.Stride = w.Kernel
	}
	return w.conv()
}
func (w Window) Size(in int) int {
	w = w.conv()
	if s := in + 2*w.Padding - w.Dilation*(w.Kernel-1) - 1; s >= 0 {
		return s/w.Stride + 1
	}
	return 0
}
