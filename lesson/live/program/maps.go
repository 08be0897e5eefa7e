//go:build js && wasm

package main

import (
	"syscall/js"

	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// maps are the sheets of feature maps, one for each layer, and the number in them that the
// reader points at, if there is one.
type maps struct {
	sheets map[string]sheet
	said   js.Value
	place  held[*figure.Place]
}

func (d *drawing) newMaps() {
	d.maps.sheets = map[string]sheet{}
	box := d.add(d.root, "div") // in which what is said of a place stays in sight
	columns := 10
	if d.root.Get("clientWidth").Int() < 480 {
		columns = 5 // a finger has to find a number
	}
	for _, s := range []sheet{
		{layer: "conv1", maps: 10, side: 24, dots: 1, text: say.Text("conv1: ten maps of 24×24 (red is positive, blue is negative)", "conv1：10 张 24×24 的特征图（红为正，蓝为负）")},
		{layer: "relu1", maps: 10, side: 12, dots: 2, text: say.Text("relu1: pooled, then negative numbers become 0: ten maps of 12×12", "relu1：池化，再把负数变成 0，10 张 12×12")},
		{layer: "conv2", maps: 20, side: 8, dots: 3, text: say.Text("conv2: twenty maps of 8×8", "conv2：20 张 8×8 的特征图")},
		{layer: "relu2", maps: 20, side: 4, dots: 6, text: say.Text("relu2: the same again: twenty maps of 4×4, the 320 numbers that the last layer gets", "relu2：同样再来一次，20 张 4×4，共 320 个数，交给最后一层")},
	} {
		s.columns = columns
		d.newSheet(box, s)
	}
	row := d.add(box, "div", "class", "cl-place")
	d.newSeen(row, "cl-seen cl-small", "")
	d.maps.said = d.add(row, "pre", "class", "cl-formula", "aria-live", "polite")
}

func (d *drawing) newSheet(parent js.Value, s sheet) {
	d.add(parent, "p", "class", "cl-name", "text", s.text)
	s.make(d.view, parent)
	d.maps.sheets[s.layer] = s
	c := &canvas{element: s.element, width: float64(s.width()), height: float64(s.height())}
	d.point(c, pointer{
		look: func(x, y float64) { d.look(s.at(x, y)) },
		hold: d.maps.place.hold,
		back: d.maps.place.back,
		step: func(right, down int) {
			from := figure.Place{Layer: s.layer}
			if p := d.maps.place.now; p != nil && p.Layer == s.layer {
				from = s.neighbour(*p, right, down)
			}
			d.look(from)
		},
	})
}

// look chooses a number for now.
func (d *drawing) look(p figure.Place) {
	d.maps.place.now = &p
	d.changed()
}

func (d *drawing) paintMaps() {
	place := d.maps.place.now
	for _, layer := range figure.Layers {
		s := d.maps.sheets[layer]
		s.paint(d.result)
		if d.result != nil && place != nil && place.Layer == layer {
			s.square(place.Map, place.Row, place.Column, frame)
		}
		s.put()
	}
	said := say.Text("Point at a number of a map: the frame on the digit is what it has seen. A press holds it.", "指向特征图里的一个数：数字上的方框就是它看过的地方。按一下就固定下来。")
	if d.result != nil && place != nil {
		said = d.network.Explain(d.result, *place)
	}
	setText(d.maps.said, said)
}
