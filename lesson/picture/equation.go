package picture

import (
	"image"
	"image/draw"
)

// An equation is three pictures in a row, their names above them: image * kernel = output.
type equation struct {
	names  []string
	places []image.Rectangle
	size   image.Point
}

// signWidth is the number of pixels between two pictures of an equation.
const signWidth = 36

// newEquation puts pictures of these sizes in a row, their middles aligned, with room for
// their names.
func newEquation(names []string, pictures ...image.Rectangle) equation {
	e := equation{names: names}
	height := 0
	for _, r := range pictures {
		height = max(height, r.Dy())
	}
	for k, r := range pictures {
		room := max(r.Dx(), textWidth(names[k], captionSize))
		e.places = append(e.places, r.Add(image.Pt(e.size.X+(room-r.Dx())/2, captionHeight+(height-r.Dy())/2)))
		e.size.X += room + signWidth
	}
	e.size = image.Pt(e.size.X-signWidth, captionHeight+height)
	return e
}

// write writes the names and the signs into a picture that the equation begins in at a corner.
func (e equation) write(dst draw.Image, corner image.Point) {
	for k, r := range e.places {
		writeText(dst, image.Rect(r.Min.X, r.Min.Y-captionHeight, r.Max.X, r.Min.Y).Add(corner), e.names[k], captionSize)
	}
	for k, sign := range []string{"*", "="} {
		between := image.Rect(e.places[k].Max.X, captionHeight, e.places[k+1].Min.X, e.size.Y)
		writeText(dst, between.Add(corner), sign, 1.4*numberSize)
	}
}
