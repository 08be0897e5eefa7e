//go:build js && wasm

package main

import (
	"slices"
	"syscall/js"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/say"
)

// kept are drawings that the reader keeps, such as those that are read wrongly.
type kept struct {
	strip js.Value
	n     int
}

// mostKept is how many the strip holds: then the oldest goes.
const mostKept = 12

func (d *drawing) newKept(parent js.Value) {
	d.kept.strip = d.add(parent, "div", "class", "cl-row cl-kept", "role", "group", "aria-label", say.Text("drawings that you keep", "留下的数字"))
}

// keep puts the drawing on the strip, with its answer. Pressing it there brings it back.
func (d *drawing) keep() {
	d.read()
	if d.result == nil {
		d.say(say.Text("There is nothing to keep yet: draw a digit first.", "还没有可以留下的：先写一个数字。"))
		return
	}
	d.say("")
	var lines [][][2]float64
	for _, line := range d.lines {
		lines = append(lines, slices.Clone(line)) // the pen may go on with this one
	}
	said := d.sentence()
	b := d.button(d.kept.strip, "kept", "", func() { d.show(lines) })
	d.thumbnail(b, lines)
	d.add(b, "span", "text", said)
	setText(d.answer.spoken, say.Text("kept: ", "已留下：")+said)
	if d.kept.n++; d.kept.n > mostKept {
		d.kept.strip.Get("firstChild").Call("remove")
	}
	d.changed()
}

// thumbnail draws the lines at a fifth of their size.
func (d *drawing) thumbnail(parent js.Value, lines [][][2]float64) {
	c := d.canvas(parent, "cl-paper", "", paperSide/5, paperSide/5)
	c.element.Call("setAttribute", "aria-hidden", "true")
	c.clear()
	for _, line := range lines {
		small := make([][2]float64, len(line))
		for i, p := range line {
			small[i] = [2]float64{p[0] / 5, p[1] / 5}
		}
		c.line(small, 3, colour.Text)
	}
}
