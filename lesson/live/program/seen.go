//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
)

// seen is the image that the network is given, pixel by pixel, and a frame around what the
// place that the reader points at has seen of it.
type seen struct{ context, frame js.Value }

func (d *drawing) newSeen(parent js.Value, class, caption string) {
	if caption != "" {
		d.add(parent, "p", "class", "cl-name", "text", caption)
	}
	box := d.add(parent, "div", "class", class)
	side := fmt.Sprint(mnist.Side)
	c := d.add(box, "canvas", "class", "cl-paper seen", "width", side, "height", side, "role", "img",
		"aria-label", say.Text("the drawing, scaled and centred as MNIST's digits are, 28×28 pixels", "按 MNIST 的方式缩放、居中后的 28×28 像素"))
	d.seen = append(d.seen, seen{c.Call("getContext", "2d"), d.add(box, "i")})
}

func (d *drawing) paintSeen() {
	pixels := make([]byte, 4*mnist.Pixels) // RGBA
	for i := range mnist.Pixels {
		grey := byte(255)
		if d.img != nil {
			grey -= d.img[i]
		}
		copy(pixels[4*i:], []byte{grey, grey, grey, 255})
	}
	for _, s := range d.seen {
		image := s.context.Call("createImageData", mnist.Side, mnist.Side)
		js.CopyBytesToJS(image.Get("data"), pixels)
		s.context.Call("putImageData", image, 0, 0)
		s.frame.Set("hidden", d.result == nil || d.maps.place.now == nil)
		if p := d.maps.place.now; p != nil {
			s.around(p.Field())
		}
	}
}

// around puts the frame around a square of the image.
func (s seen) around(top, left, side int) {
	style := s.frame.Get("style")
	for name, pixels := range map[string]int{"top": top, "left": left, "width": side, "height": side} {
		style.Set(name, fmt.Sprintf("%g%%", 100*float64(pixels)/mnist.Side))
	}
}
