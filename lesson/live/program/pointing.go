//go:build js && wasm

package main

import (
	"syscall/js"
)

// at returns where an event's pointer is, in the pixels of the canvas.
func (c *canvas) at(event js.Value) (x, y float64) {
	box := c.element.Call("getBoundingClientRect")
	width, height := box.Get("width").Float(), box.Get("height").Float()
	if width == 0 || height == 0 {
		return -1, -1
	}
	x = (event.Get("clientX").Float() - box.Get("left").Float()) * c.width / width
	y = (event.Get("clientY").Float() - box.Get("top").Float()) * c.height / height
	return x, y
}

// pointable has the reader point at the canvas, with mouse or finger, and move from there by
// the arrow keys: to calls moved with a place, by with steps right and down.
func (v *view) pointable(c *canvas, to func(x, y float64), by func(right, down int)) {
	c.element.Call("setAttribute", "tabindex", "0")
	for _, name := range []string{"pointermove", "pointerdown"} {
		v.on(c.element, name, func(e js.Value) { to(c.at(e)) })
	}
	v.on(c.element, "keydown", func(e js.Value) {
		if step, ok := arrows[e.Get("key").String()]; ok {
			e.Call("preventDefault")
			by(step[0], step[1])
		}
	})
}

var arrows = map[string][2]int{"ArrowLeft": {-1, 0}, "ArrowRight": {1, 0}, "ArrowUp": {0, -1}, "ArrowDown": {0, 1}}
