package fast

import "convnet.example/lesson/digits/mnist"

// The input of the fast form: every window of (k+1)×(k+1) pixels that one pooled
// value of the first layer depends on, as a column, with a last row of ones for the
// bias: [(k+1)²+1, places·n].
//
// The places are ordered (row parity, column parity, row/2, column/2): the first
// layer's output then has, without another copy, the 2×2 blocks of pixels that the
// second layer wants as channels.

// Shapes are the shapes of the input for n images.
func (f *Network) Shapes(n int) [][]int {
	side, size := f.conv1.Kernel+1, f.conv1.Size
	return [][]int{{side*side + 1, size * size * n}}
}

// BatchAxes is the axis of the input along which several devices may share a batch: see
// devices.Columns.
func (f *Network) BatchAxes() []int { return []int{1} }

// Fill writes the windows of the images.
func (f *Network) Fill(inputs [][]float32, images [][]byte) {
	side, size, dst := f.conv1.Kernel+1, f.conv1.Size, inputs[0]
	n := len(dst) / ((side*side + 1) * size * size)
	inner := innermost(images, n)
	half := size / 2 // places in a row of one parity
	at := 0
	for r := range side * side {
		i, j := windowPixel(r, side)
		for place := 0; place < size*size; place += half {
			y, x := placeOf(place, size)
			from := beside(2*y+i, 2*x+j) * n
			at += copy(dst[at:at+half*n], inner[from:])
		}
	}
	for i := at; i < len(dst); i++ {
		dst[i] = 1
	}
}

// innermost returns the normalized pixels of images, and room for n, as [28·28, n], a row's
// pixels in the order of beside.
func innermost(images [][]byte, n int) []float32 {
	inner := make([]float32, mnist.Pixels*n)
	for p := range mnist.Pixels {
		to := inner[beside(p/mnist.Side, p%mnist.Side)*n:]
		for k, image := range images {
			to[k] = mnist.Normalize(image[p])
		}
	}
	return inner
}

// beside is the index of a pixel in an order that has every fourth column side by side:
// those belong to neighbouring places of one parity, and are copied at once.
func beside(row, column int) int { return row*mnist.Side + column%4*(mnist.Side/4) + column/4 }

// windowPixel returns the row and column, inside a window of side×side pixels, of
// row r = (m, n, a, b) of the columns: the pixel (2m+a, 2n+b).
func windowPixel(r, side int) (row, column int) {
	m, n, a, b := r/4/(side/2), r/4%(side/2), r/2%2, r%2
	return 2*m + a, 2*n + b
}

// placeOf returns the row and column of a place among size×size.
func placeOf(place, size int) (row, column int) {
	half := size / 2
	a, b, y, x := place/(2*half*half), place/(half*half)%2, place/half%half, place%half
	return 2*y + a, 2*x + b
}
