package lesson

import (
	"image"
	"image/gif"
)

// WindowGIF returns an animation of [Correlate], [h, w] → [h', w'], for matrices small
// enough to read: the window goes over the image x, inside its padding of zeros, and the
// output fills number by number. Below stands the sum of products, if there is room for it.
//
// The first frame shows the whole output and the first position, for viewers that show
// nothing else. The last one stays for two seconds. WindowGIF panics as Correlate does,
// and if the output has more than 100 numbers.
func WindowGIF(x, kernel [][]float64, w Window) *gif.GIF {
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
	return animate(frames, colours, max(fastest, min(slowest, all/c.len())))
}

// draw returns the picture of a position when the first known numbers of the output are.
func (c *correlation) draw(position, known int) *image.RGBA {
	img := image.NewRGBA(image.Rectangle{Max: c.size})
	fillRect(img, img.Rect, colours.paper)
	c.drawOn(img, image.Point{}, position, known)
	return img
}

// WindowSteps returns chosen steps of [WindowGIF], one below the other: positions are row
// and column in the output. It panics if the output has no such position.
func WindowSteps(x, kernel [][]float64, w Window, positions ...[2]int) image.Image {
	c := newCorrelation(x, kernel, w)
	step := c.size.Y + gap
	img := image.NewRGBA(image.Rect(0, 0, c.size.X, max(1, len(positions)*step-gap)))
	fillRect(img, img.Rect, colours.paper)
	for k, p := range positions {
		if !inside(c.y, p[0], p[1]) {
			panicf("no position %d, %d: the window has %d×%d, from 0, 0", p[0], p[1], len(c.y), len(c.y[0]))
		}
		position := p[0]*len(c.y[0]) + p[1]
		c.drawOn(img, image.Pt(0, k*step), position, position+1)
	}
	return img
}
