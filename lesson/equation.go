package lesson

import (
	"image"
	"image/draw"
)

// An equation is three pictures in a row, their names above them: image * kernel = output.
type equation struct {
	places [3]image.Rectangle
	size   image.Point
}

// signWidth is the number of pixels between two pictures of an equation.
const signWidth = 36

// newEquation puts three pictures of these sizes in a row, their middles aligned.
func newEquation(pictures ...image.Rectangle) (e equation) {
	height := 0
	for _, r := range pictures {
		height = max(height, r.Dy())
	}
	for k, r := range pictures {
		e.places[k] = r.Add(image.Pt(e.size.X, captionHeight+(height-r.Dy())/2))
		e.size.X += r.Dx() + signWidth
	}
	e.size = image.Pt(e.size.X-signWidth, captionHeight+height)
	return e
}

// write writes the names and the signs into a picture whose upper left corner is given.
func (e equation) write(dst draw.Image, corner image.Point, names ...string) {
	for k, name := range names {
		r := e.places[k].Add(corner)
		writeText(dst, image.Rect(r.Min.X, r.Min.Y-captionHeight, r.Max.X, r.Min.Y), name, captionSize)
	}
	middle := image.Rect(0, captionHeight, 0, e.size.Y).Add(corner)
	for k, sign := range []string{"*", "="} {
		middle.Min.X, middle.Max.X = corner.X+e.places[k].Max.X, corner.X+e.places[k+1].Min.X
		writeText(dst, middle, sign, 1.4*numberSize)
	}
}
