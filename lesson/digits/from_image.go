package digits

import (
	"image"

	"convnet.example/lesson/digits/photo"
)

// FromImage returns the digit in a picture as an image [28, 28] like MNIST's, for a network
// to read; see [photo.Digit]. The picture may be a photo or a drawing, of any size, dark on
// light or light on dark. If there is no digit in it, the error says why.
func FromImage(picture image.Image) ([]byte, error) { return photo.Digit(picture) }
