package drawn

import (
	"math"

	"convnet.example/lesson/digits/mnist"
)

// centre copies the sheet into an image so that the centre of mass of the ink is in
// the pixel right of and below the middle, as in MNIST.
func (s *sheet) centre(img []byte) {
	var mass, mx, my float64
	for i, ink := range s {
		mass += ink
		mx += ink * (float64(i%inkBox) + 0.5)
		my += ink * (float64(i/inkBox) + 0.5)
	}
	left, top := margin(mx/mass), margin(my/mass)
	for i, ink := range s {
		img[(i/inkBox+top)*mnist.Side+i%inkBox+left] = byte(255*ink + 0.5)
	}
}

// margin returns the paper to leave before a sheet whose centre of mass is the given
// number of pixels from its edge, as near to what is wanted as the image allows.
func margin(mass float64) int {
	return max(0, min(mnist.Side-inkBox, int(math.Ceil(mnist.Side/2-mass))))
}
