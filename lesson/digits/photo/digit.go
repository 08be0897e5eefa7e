package photo

import (
	"errors"
	"image"

	"convnet.example/lesson/digits/mnist"
)

// Digit returns the digit in a picture as an image [28, 28] like MNIST's. It may be dark on
// light paper or light on dark, grey or coloured, on a transparent ground or in light that
// falls from one side, on a sheet that fills the picture or lies on a table. If nothing in
// the picture can be a digit, the error says why.
//
// MNIST's digits were scaled to fit into 20×20 pixels, keeping their proportions, and put
// with their centre of mass into the middle of 28×28:
// http://yann.lecun.com/exdb/mnist (archived).
func Digit(picture image.Image) ([]byte, error) {
	img, err := digit(picture)
	var sheet *solid
	if !errors.As(err, &sheet) {
		return img, err
	}
	// It may be the sheet of paper, on a table: then the digit is in it.
	if inner, notIn := digit(cropped{picture, sheet.inside}); notIn == nil {
		return inner, nil
	}
	return nil, err
}

func digit(picture image.Image) ([]byte, error) {
	p, err := read(picture)
	if err != nil {
		return nil, err
	}
	level, err := p.findInk()
	if err != nil {
		return nil, err
	}
	shape, err := p.shape(level)
	if err != nil {
		return nil, err
	}
	p.keep(shape)
	p.thicken(shape)
	box, img := p.scaled(shape.box), make([]byte, mnist.Pixels)
	box.Centre(img)
	return img, nil
}

// cropped is a part of a picture.
type cropped struct {
	image.Image
	part image.Rectangle
}

func (c cropped) Bounds() image.Rectangle { return c.part }

// A plane is a picture with one number for each pixel.
type plane struct {
	frame         image.Rectangle // of the picture
	width, height int
	ink           []float64 // first the lightness from 0 to 1; then the ink, 0 to 1
}

func (p *plane) at(x, y int) float64 { return p.ink[y*p.width+x] }
