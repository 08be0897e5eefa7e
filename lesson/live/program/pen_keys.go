//go:build js && wasm

package main

import (
	"syscall/js"

	"convnet.example/lesson/say"
)

// key moves the pen by the arrow keys; the space bar lowers and lifts it.
func (d *drawing) key(e js.Value) {
	step, ok := arrow(e)
	space := e.Get("key").String() == " "
	if !ok && !space {
		return
	}
	e.Call("preventDefault")
	if !d.pen.byKeys {
		d.pen = pen{at: [2]float64{paperSide / 2, paperSide / 4}, byKeys: true}
	}
	if space && e.Get("repeat").Bool() {
		return // held down
	}
	const far = 10
	x := max(0, min(paperSide, d.pen.at[0]+far*float64(step[0])))
	y := max(0, min(paperSide, d.pen.at[1]+far*float64(step[1])))
	switch {
	case space && !d.pen.down:
		d.pen.down = true
		d.lower(x, y)
		setText(d.answer.spoken, say.Text("pen down", "落笔"))
	case space:
		d.lift()
	case d.pen.down:
		d.follow(x, y)
	default:
		d.pen.at = [2]float64{x, y}
	}
	d.changed()
}
