//go:build js && wasm

package main

import (
	"fmt"
	"image/color"
	"syscall/js"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
)

// A sheet is the maps of a layer, some to a row, each number a square of some pixels, which
// the page shows larger.
type sheet struct {
	layer, text         string
	maps, columns, side int
	dots                int    // pixels of a number
	pixels              []byte // RGBA
	element, context    js.Value
	image               js.Value
}

// gap is the number of pixels between two maps.
const gap = 2

func (s sheet) tile() int   { return s.side*s.dots + gap }
func (s sheet) width() int  { return s.columns*s.tile() - gap }
func (s sheet) height() int { return s.maps/s.columns*s.tile() - gap }

// make adds the sheet to a figure.
func (s *sheet) make(v *view, parent js.Value) {
	s.element = v.add(parent, "canvas", "class", "cl-maps", "data-layer", s.layer, "aria-label", s.text, "width", fmt.Sprint(s.width()), "height", fmt.Sprint(s.height()))
	s.context = s.element.Call("getContext", "2d")
	s.pixels = make([]byte, 4*s.width()*s.height())
	s.image = s.context.Call("createImageData", s.width(), s.height())
}

// at returns the number under a point, or the nearest one that there is.
func (s sheet) at(x, y float64) figure.Place {
	column, row := max(0, min(s.width()-1, int(x))), max(0, min(s.height()-1, int(y)))
	return figure.Place{
		Layer:  s.layer,
		Map:    row/s.tile()*s.columns + column/s.tile(),
		Row:    min(s.side-1, row%s.tile()/s.dots),
		Column: min(s.side-1, column%s.tile()/s.dots),
	}
}

// neighbour returns the number beside another one, over the edge of a map in the next map.
func (s sheet) neighbour(p figure.Place, right, down int) figure.Place {
	column := max(0, min(s.columns*s.side-1, p.Map%s.columns*s.side+p.Column+right))
	row := max(0, min(s.maps/s.columns*s.side-1, p.Map/s.columns*s.side+p.Row+down))
	return figure.Place{Layer: s.layer, Map: row/s.side*s.columns + column/s.side, Row: row % s.side, Column: column % s.side}
}

// paint colours the maps by one scale, or leaves them blank.
func (s sheet) paint(a *figure.Activations) {
	clear(s.pixels) // transparent
	var all [][][]float64
	if a != nil {
		all = a.Maps(s.layer)
	}
	limit := largest(all...)
	for k := range s.maps {
		for i := range s.side {
			for j := range s.side {
				v := 0.0
				if a != nil {
					v = all[k][i][j]
				}
				s.square(k, i, j, colour.Diverging(v, limit))
			}
		}
	}
}

// square colours one number.
func (s sheet) square(k, i, j int, c color.RGBA) {
	left, top := k%s.columns*s.tile()+j*s.dots, k/s.columns*s.tile()+i*s.dots
	for y := top; y < top+s.dots; y++ {
		for x := left; x < left+s.dots; x++ {
			copy(s.pixels[4*(y*s.width()+x):], []byte{c.R, c.G, c.B, 255})
		}
	}
}

// put shows what is painted.
func (s sheet) put() {
	js.CopyBytesToJS(s.image.Get("data"), s.pixels)
	s.context.Call("putImageData", s.image, 0, 0)
}
