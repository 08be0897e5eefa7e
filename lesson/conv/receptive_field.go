package conv

// ReceptiveField returns what one number that comes out of a stack of windows, first
// layer first, has seen of the image: a square of size × size pixels. Its neighbour has
// seen a square that begins jump pixels further. Each layer makes
//
//	size ← size + Dilation·(Kernel−1)·jump
//	jump ← jump·Stride
//
// from 1 and 1. A zero Stride counts as 1: write [Pool] for a pooling layer. Padding
// changes neither number, but moves the square over the edge of the image.
func ReceptiveField(windows ...Window) (size, jump int) {
	size, jump = 1, 1
	for _, w := range windows {
		w = w.ForConv()
		size += (w.Span() - 1) * jump
		jump *= w.Stride
	}
	return size, jump
}
