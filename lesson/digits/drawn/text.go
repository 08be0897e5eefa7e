package drawn

import (
	"fmt"
	"image"
	"strings"

	"convnet.example/lesson/digits/mnist"
)

// Text makes an image [28, 28] of a drawing in letters, and puts it where MNIST has its digits.
// A drawing has up to ten rows of up to ten signs, each for 2×2 pixels: # is ink, + is half
// of it, and everything else is paper. That is the box of 20×20 pixels that MNIST's digits
// were scaled to; how much of it is filled is up to the drawing. Its centre of mass comes to
// lie in the middle of the image. A line break before the first row does not count:
//
//	seven := drawn.Text(`
//	########
//	      ##
//	     ##
//	    ##
//	    ##`)
//
// Text panics if the drawing is larger than that.
func Text(drawing string) []byte {
	img := make([]byte, mnist.Pixels)
	signs := parse(drawing)
	if len(signs) == 0 {
		return img // paper has no centre of mass
	}
	var box image.Rectangle
	for at := range signs {
		box = box.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
	}
	var s sheet
	left, top := inkBox/2-box.Dx()-2*box.Min.X, inkBox/2-box.Dy()-2*box.Min.Y // in the middle, roughly
	for at, ink := range signs {
		first := (2*at.Y+top)*inkBox + 2*at.X + left
		for _, pixel := range []int{0, 1, inkBox, inkBox + 1} {
			s[first+pixel] = ink
		}
	}
	(*mnist.Box)(&s).Centre(img)
	return img
}

// parse returns the ink of the signs that are not paper, by column and row.
func parse(drawing string) map[image.Point]float64 {
	const most = inkBox / 2
	signs := map[image.Point]float64{}
	for i, row := range strings.Split(strings.TrimPrefix(drawing, "\n"), "\n") {
		for j, sign := range []rune(row) {
			ink := map[rune]float64{'#': 1, '+': 0.5}[sign]
			switch {
			case ink == 0:
			case i >= most || j >= most:
				panic(fmt.Errorf("lesson: the drawing has ink in row %d, column %d: draw it in %d rows and %d columns, from 0", i, j, most, most))
			default:
				signs[image.Pt(j, i)] = ink
			}
		}
	}
	return signs
}
