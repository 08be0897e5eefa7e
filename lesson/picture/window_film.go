package picture

import (
	"image"
	"image/gif"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/picture/internal/film"
)

// WindowGIF returns an animation of [conv.Correlate], [h, w] → [h', w'], for matrices small
// enough to read: the window goes over the image x, inside its padding of zeros, and the
// output fills number by number. Below stands the sum of products, if there is room for it.
//
// The first frame shows the whole output and the first position, for viewers that show
// nothing else. The last one stays for two seconds. WindowGIF panics as Correlate does,
// and if the output has more than 100 numbers.
func WindowGIF(x, kernel [][]float64, w conv.Window) *gif.GIF {
	const most, colours = 100, 31               // few colours, as soft letters take much room
	const slowest, fastest, all = 100, 50, 1500 // hundredths of a second
	c := newCorrelation(x, kernel, w)
	if c.len() > most {
		panicf("the output has %d numbers: more than %d are too long to watch, use SlideGIF or a larger stride",
			c.len(), most)
	}
	frames := []*image.RGBA{c.draw(0, c.len())}
	for position := range c.len() {
		frames = append(frames, c.draw(position, position+1))
	}
	return film.Animate(frames, colours, max(fastest, min(slowest, all/c.len())))
}

// draw returns the picture of a position when the first known numbers of the output are.
func (c *correlation) draw(position, known int) *image.RGBA {
	img := image.NewRGBA(image.Rectangle{Max: c.size})
	fillRect(img, img.Rect, colour.Paper)
	c.drawOn(img, image.Point{}, position, known)
	return img
}
