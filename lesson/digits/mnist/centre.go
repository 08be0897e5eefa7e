package mnist

import "math"

// BoxSide is the side of the box that MNIST's makers scaled each digit to, in pixels.
const BoxSide = 20

// A Box is a digit in that box, row by row: 0 is paper, 1 is ink.
type Box [BoxSide * BoxSide]float64

// Centre copies the box, which must hold some ink, into an image [28, 28] of paper, so that
// the centre of mass of the ink is in the pixel right of and below the middle, as in MNIST.
func (b *Box) Centre(img []byte) {
	var mass, mx, my float64
	for i, ink := range b {
		mass += ink
		mx += ink * (float64(i%BoxSide) + 0.5)
		my += ink * (float64(i/BoxSide) + 0.5)
	}
	left, top := margin(mx/mass), margin(my/mass)
	for i, ink := range b {
		img[(i/BoxSide+top)*Side+i%BoxSide+left] = byte(255*ink + 0.5)
	}
}

// margin returns the paper to leave before a box whose centre of mass is the given number
// of pixels from its edge, as near to what is wanted as the image allows.
func margin(mass float64) int {
	return max(0, min(Side-BoxSide, int(math.Ceil(Side/2-mass))))
}
