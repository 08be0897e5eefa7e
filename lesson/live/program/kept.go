//go:build js && wasm

package main

import (
	"fmt"
	"syscall/js"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// kept are drawings that the reader keeps, such as those that are read wrongly.
type kept struct {
	strip js.Value
	n     int
}

// mostKept is how many the strip holds: then the oldest goes.
const mostKept = 12

func (d *drawing) newKept() {
	d.kept.strip = d.add(d.root, "div", "class", "cl-row cl-kept", "aria-label", say.Text("drawings that you keep", "留下的数字"))
}

// keep puts the drawing on the strip, with its answer. Pressing it there brings it back.
func (d *drawing) keep() {
	if d.result == nil {
		d.say(say.Text("There is nothing to keep yet: draw a digit first.", "还没有可以留下的：先写一个数字。"))
		return
	}
	d.say("")
	lines := d.lines
	digit := d.result.Answer()
	said := fmt.Sprintf(say.Text("read as %d, %s", "认成 %d，%s"), digit, figure.Percent(d.result.Probabilities[digit]))
	b := d.button(d.kept.strip, "kept", "", func() { d.show(lines) })
	b.Call("setAttribute", "aria-label", said)
	c := d.canvas(b, "cl-paper", "", 56, 56)
	c.clear()
	for _, line := range lines {
		small := make([][2]float64, len(line))
		for i, p := range line {
			small[i] = [2]float64{p[0] / 5, p[1] / 5}
		}
		c.line(small, 3, colour.Text)
	}
	d.add(b, "span", "text", said)
	if d.kept.n++; d.kept.n > mostKept {
		d.kept.strip.Get("firstChild").Call("remove")
	}
}
