//go:build js && wasm

package main

import (
	"syscall/js"

	"convnet.example/lesson/say"
)

// A pen is where the reader's hand is.
type pen struct {
	down    bool
	pointer int  // that leads it: another finger, or the palm, does not
	dragged bool // it has moved with the mouse's button down
	at      [2]float64
	byKeys  bool
}

// most is how many points a drawing may have: a hand needs some hundreds.
const most = 20000

// listen follows mouse, finger, stylus and keyboard on the paper. The page does not scroll
// under a finger that draws: the style sheet says touch-action: none.
func (d *drawing) listen() {
	paper := d.paper.element
	paper.Call("setAttribute", "tabindex", "0")
	paper.Call("setAttribute", "role", "application")
	d.on(paper, "pointerdown", func(e js.Value) {
		if e.Get("button").Int() > 0 || d.pen.down && !d.pen.byKeys {
			return
		}
		e.Call("preventDefault")
		paper.Call("focus", map[string]any{"preventScroll": true})
		capture(paper, e)
		d.pen = pen{down: true, pointer: e.Get("pointerId").Int()}
		d.lower(d.paper.at(e))
	})
	d.on(paper, "pointermove", func(e js.Value) {
		if !d.leads(e) {
			return
		}
		if e.Get("buttons").Int()&1 != 0 {
			d.pen.dragged = true
		} else if d.pen.dragged && e.Get("pointerType").String() == "mouse" {
			d.lift() // released where the page did not hear of it
			return
		}
		for _, place := range between(e) {
			d.follow(d.paper.at(place))
		}
	})
	// Not lostpointercapture: a browser takes a mouse away that does not say at its moves that
	// its button is down, and for all others one of these two comes as well.
	for _, name := range []string{"pointerup", "pointercancel"} {
		d.on(paper, name, func(e js.Value) {
			if d.leads(e) {
				d.lift()
			}
		})
	}
	d.on(paper, "keydown", d.key)
}

// leads tells whether an event is of the pointer that leads the pen.
func (d *drawing) leads(e js.Value) bool {
	return d.pen.down && !d.pen.byKeys && e.Get("pointerId").Int() == d.pen.pointer
}

// capture has the paper hear of the pointer outside of itself, too.
func capture(paper, e js.Value) {
	defer func() { recover() }() // a pointer that is gone already
	paper.Call("setPointerCapture", e.Get("pointerId"))
}

// between returns the places since the last event: a browser sends one event for each frame,
// and a fast stroke would become a few long lines.
func between(e js.Value) (list []js.Value) {
	if e.Get("getCoalescedEvents").Truthy() {
		all := e.Call("getCoalescedEvents")
		for i := range all.Length() {
			list = append(list, all.Index(i))
		}
	}
	if len(list) == 0 {
		list = append(list, e)
	}
	return list
}

// lower begins a line.
func (d *drawing) lower(x, y float64) {
	d.say("")
	d.pen.at = [2]float64{x, y}
	d.begin(d.pen.at)
}

func (d *drawing) begin(p [2]float64) {
	if d.full() {
		return
	}
	d.lines = append(d.lines[:len(d.lines):len(d.lines)], [][2]float64{p})
	d.changed()
}

// follow leads the line on. It ends where the pen leaves the paper, at the edge, and another
// begins where it comes back.
func (d *drawing) follow(x, y float64) {
	from, to := d.pen.at, [2]float64{x, y}
	d.pen.at = to
	enters, leaves, ok := clipped(from, to)
	if !ok || d.full() {
		return
	}
	if enters != from || len(d.lines) == 0 {
		d.begin(enters)
	}
	last := len(d.lines) - 1
	d.lines[last] = append(d.lines[last], leaves)
	d.changed()
}

// lift ends a line, and says what is read.
func (d *drawing) lift() {
	d.pen.down = false
	d.read()
	d.speak()
}

// full tells whether there is more ink than a drawing may have.
func (d *drawing) full() bool {
	n := 0
	for _, line := range d.lines {
		n += len(line)
	}
	if n >= most {
		d.say(say.Text("That is more ink than a digit needs: clear the paper.", "墨太多了：请清空再写。"))
	}
	return n >= most
}
