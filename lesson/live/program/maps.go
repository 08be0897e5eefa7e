//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// maps are the sheets of feature maps, one for each layer, and the number in them that the
// reader points at.
type maps struct {
	sheets map[string]sheet
	said   js.Value
	place  figure.Place
	chosen bool
}

// A sheet is the maps of a layer, ten to a row, each number a square of some pixels, which the
// page shows larger.
type sheet struct {
	element, context js.Value
	maps, side       int
	dots, gap        int    // pixels of a number, and between maps
	pixels           []byte // RGBA
	image            js.Value
}

func (s sheet) tile() int   { return s.side*s.dots + s.gap }
func (s sheet) width() int  { return 10*s.tile() - s.gap }
func (s sheet) height() int { return s.maps/10*s.tile() - s.gap }

func (d *drawing) newMaps() {
	d.maps.sheets = map[string]sheet{}
	for _, layer := range []struct {
		name                  string
		maps, side, dots, gap int
		text                  string
	}{
		{"conv1", 10, 24, 1, 2, say.Text("conv1: ten maps of 24×24", "conv1：10 张 24×24 的特征图")},
		{"relu1", 10, 12, 2, 2, say.Text("relu1: pooled, then negative numbers become 0: ten maps of 12×12", "relu1：池化，再把负数变成 0，10 张 12×12")},
		{"conv2", 20, 8, 3, 2, say.Text("conv2: twenty maps of 8×8", "conv2：20 张 8×8 的特征图")},
		{"relu2", 20, 4, 6, 2, say.Text("relu2: the same again: twenty maps of 4×4, the 320 numbers that the last layer gets", "relu2：同样再来一次，20 张 4×4，共 320 个数，交给最后一层")},
	} {
		d.newSheet(layer.name, layer.text, sheet{maps: layer.maps, side: layer.side, dots: layer.dots, gap: layer.gap})
	}
	d.maps.said = d.add(d.root, "pre", "class", "cl-formula")
}

func (d *drawing) newSheet(layer, text string, s sheet) {
	d.add(d.root, "p", "class", "cl-name", "text", text)
	s.element = d.add(d.root, "canvas", "class", "cl-maps", "data-layer", layer, "role", "img", "aria-label", text, "width", fmt.Sprint(s.width()), "height", fmt.Sprint(s.height()))
	s.context = s.element.Call("getContext", "2d")
	s.pixels = make([]byte, 4*s.width()*s.height())
	s.image = s.context.Call("createImageData", s.width(), s.height())
	d.maps.sheets[layer] = s
	c := &canvas{element: s.element, width: float64(s.width()), height: float64(s.height())}
	d.pointable(c, func(x, y float64) {
		m, row, column := int(y)/s.tile()*10+int(x)/s.tile(), int(y)%s.tile()/s.dots, int(x)%s.tile()/s.dots
		d.point(figure.Place{Layer: layer, Map: m, Row: row, Column: column})
	}, func(right, down int) {
		p := d.maps.place
		if p.Layer != layer {
			p = figure.Place{Layer: layer}
		}
		p.Row, p.Column = p.Row+down, p.Column+right
		d.point(p)
	})
}

// point chooses a number, or the nearest one that there is.
func (d *drawing) point(p figure.Place) {
	s := d.maps.sheets[p.Layer]
	p.Map = max(0, min(s.maps-1, p.Map))
	p.Row, p.Column = max(0, min(s.side-1, p.Row)), max(0, min(s.side-1, p.Column))
	d.maps.place, d.maps.chosen = p, true
	d.changed()
}

func (d *drawing) paintMaps() {
	for _, layer := range figure.Layers {
		s := d.maps.sheets[layer]
		s.paint(d.result, layer)
		if d.result != nil && d.maps.chosen && d.maps.place.Layer == layer {
			s.square(d.maps.place.Map, d.maps.place.Row, d.maps.place.Column, colour.Frame.R, colour.Frame.G, colour.Frame.B)
		}
		js.CopyBytesToJS(s.image.Get("data"), s.pixels)
		s.context.Call("putImageData", s.image, 0, 0)
	}
	said := say.Text("Point at a number of a map: its receptive field appears on the digit above.", "指向特征图里的一个数：它的感受野会显示在上面的数字上。")
	if d.result != nil && d.maps.chosen {
		said = d.network.Explain(d.result, d.maps.place)
	}
	d.maps.said.Set("textContent", said)
}

// paint colours the maps of a layer by one scale, or leaves them blank.
func (s sheet) paint(a *figure.Activations, layer string) {
	clear(s.pixels) // transparent
	var all [][][]float64
	if a != nil {
		all = a.Maps(layer)
	}
	limit := largest(all...)
	for k := range s.maps {
		for i := range s.side {
			for j := range s.side {
				v := 0.0
				if a != nil {
					v = all[k][i][j]
				}
				c := colour.Diverging(v, limit)
				s.square(k, i, j, c.R, c.G, c.B)
			}
		}
	}
}

// square colours one number.
func (s sheet) square(k, i, j int, r, g, b byte) {
	left, top := k%10*s.tile()+j*s.dots, k/10*s.tile()+i*s.dots
	for y := top; y < top+s.dots; y++ {
		for x := left; x < left+s.dots; x++ {
			copy(s.pixels[4*(y*s.width()+x):], []byte{r, g, b, 255})
		}
	}
}
