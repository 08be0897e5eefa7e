//go:build js && wasm

package main

import (
	"syscall/js"
)

// A pointer is what a reader does on a canvas, with mouse, finger or keys.
type pointer struct {
	look func(x, y float64)    // at what is under the mouse
	hold func()                // what is looked at, until another is held
	back func()                // to what is held: the mouse has left
	step func(right, down int) // to a neighbour, by the arrow keys
}

// A held is what is looked at, and what is held meanwhile.
type held[T any] struct{ now, kept T }

func (h *held[T]) hold() { h.kept = h.now }
func (h *held[T]) back() { h.now = h.kept }

// point has the reader point at a canvas.
func (v *view) point(c *canvas, p pointer) {
	c.element.Call("setAttribute", "tabindex", "0")
	c.element.Call("setAttribute", "role", "application") // its keys are its own
	v.on(c.element, "pointermove", func(e js.Value) { p.look(c.at(e)) })
	v.on(c.element, "pointerdown", func(e js.Value) {
		p.look(c.at(e))
		p.hold()
	})
	v.on(c.element, "pointerleave", func(js.Value) {
		p.back()
		v.changed()
	})
	v.on(c.element, "keydown", func(e js.Value) {
		if step, ok := arrow(e); ok {
			e.Call("preventDefault")
			p.back()
			p.step(step[0], step[1])
			p.hold()
		}
	})
}

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

var arrows = map[string][2]int{"ArrowLeft": {-1, 0}, "ArrowRight": {1, 0}, "ArrowUp": {0, -1}, "ArrowDown": {0, 1}}

// arrow returns the step of an arrow key. With another key held it is the browser's own.
func arrow(e js.Value) (step [2]int, ok bool) {
	for _, other := range []string{"altKey", "ctrlKey", "metaKey"} {
		if e.Get(other).Bool() {
			return step, false
		}
	}
	step, ok = arrows[e.Get("key").String()]
	return step, ok
}
