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
type seen struct {
	context, frame js.Value
	pixels         []byte // RGBA
	image          js.Value
}

func (d *drawing) newSeen(parent js.Value) {
	d.add(parent, "p", "class", "cl-name", "text", say.Text("what the network sees", "网络看到的"))
	box := d.add(parent, "div", "class", "cl-seen")
	side := fmt.Sprint(mnist.Side)
	c := d.add(box, "canvas", "class", "cl-paper seen", "width", side, "height", side, "role", "img",
		"aria-label", say.Text("the drawing, scaled and centred as MNIST's digits are, 28×28 pixels", "按 MNIST 的方式缩放、居中后的 28×28 像素"))
	d.seen.frame = d.add(box, "i")
	d.seen.context = c.Call("getContext", "2d")
	d.seen.image = d.seen.context.Call("createImageData", mnist.Side, mnist.Side)
	d.seen.pixels = make([]byte, 4*mnist.Pixels)
}

func (d *drawing) paintSeen() {
	for i := range mnist.Pixels {
		grey := byte(255)
		if d.img != nil {
			grey -= d.img[i]
		}
		copy(d.seen.pixels[4*i:], []byte{grey, grey, grey, 255})
	}
	js.CopyBytesToJS(d.seen.image.Get("data"), d.seen.pixels)
	d.seen.context.Call("putImageData", d.seen.image, 0, 0)
	d.seen.frame.Set("hidden", d.result == nil || !d.maps.chosen)
	if d.maps.chosen {
		top, left, side := d.maps.place.Field()
		percent := func(pixels int) string { return fmt.Sprintf("%g%%", 100*float64(pixels)/mnist.Side) }
		style := d.seen.frame.Get("style")
		style.Set("top", percent(top))
		style.Set("left", percent(left))
		style.Set("width", percent(side))
		style.Set("height", percent(side))
	}
}
