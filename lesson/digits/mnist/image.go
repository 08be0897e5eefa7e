package mnist

// Images have Side rows of Side pixels, as in MNIST.
const Side = 28

// Pixels is the number of pixels of an image.
const Pixels = Side * Side

// Mean and Std are the mean and the standard deviation of the pixels of MNIST's
// training images, on a scale from 0 (paper) to 1 (ink). The lecture subtracts the
// one and divides by the other.
const (
	Mean = 0.1307
	Std  = 0.3081
)

// Normalize returns the value of a pixel that the network is given:
//
//	(pixel/255 − Mean) / Std
//
// Paper is −0.4242 and ink is 2.8215.
func Normalize(pixel byte) float32 { return normalized[pixel] }

// normalized holds the only 256 values there are.
var normalized = func() (values [256]float32) {
	for i := range values {
		values[i] = float32((float64(i)/255 - Mean) / Std)
	}
	return values
}()
