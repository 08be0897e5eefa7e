//go:build js && wasm

package main

import (
	"syscall/js"

	"convnet.example/lesson/say"
)

// A pen is where the reader's hand is.
type pen struct {
	down   bool
	at     [2]float64
	byKeys bool // the keyboard leads it
}

// most is how many points a drawing may have: a hand needs some hundreds.
const most = 20000

// listen follows mouse, finger, stylus and keyboard on the paper. The page does not scroll
// under a finger that draws: the style sheet says touch-action: none.
func (d *drawing) listen() {
	paper := d.paper.element
	d.on(paper, "pointerdown", func(e js.Value) {
		if e.Get("button").Int() > 0 {
			return
		}
		e.Call("preventDefault")
		paper.Call("focus", map[string]any{"preventScroll": true})
		capture(paper, e)
		d.pen = pen{down: true}
		d.lower(d.paper.at(e))
	})
	d.on(paper, "pointermove", func(e js.Value) {
		if !d.pen.down || d.pen.byKeys {
			return
		}
		if e.Get("pointerType").String() == "mouse" && e.Get("buttons").Int()&1 == 0 {
			d.pen.down = false // released outside of the page
			return
		}
		for _, place := range between(e) {
			d.follow(d.paper.at(place))
		}
	})
	for _, name := range []string{"pointerup", "pointercancel"} {
		d.on(paper, name, func(js.Value) { d.pen.down = false })
	}
	d.on(paper, "keydown", d.key)
}

// capture has the paper hear of the pointer outside of itself, too.
func capture(paper, e js.Value) {
	defer func() { recover() }() // a pointer that is gone already
	paper.Call("setPointerCapture", e.Get("pointerId"))
}

// between returns the places since the last event, the event's own last: a browser sends one
// event for each frame, and a fast stroke would become a few long lines.
func between(e js.Value) (list []js.Value) {
	if e.Get("getCoalescedEvents").Truthy() {
		all := e.Call("getCoalescedEvents")
		for i := range all.Length() {
			list = append(list, all.Index(i))
		}
	}
	return append(list, e)
}

func onPaper(x, y float64) bool { return x >= 0 && y >= 0 && x <= paperSide && y <= paperSide }

// lower begins a line.
func (d *drawing) lower(x, y float64) {
	d.lines = append(d.lines[:len(d.lines):len(d.lines)], [][2]float64{{x, y}})
	d.pen.at = [2]float64{x, y}
	d.say("")
	d.changed()
}

// follow leads the line on. Where the pen leaves the paper the line ends, at the edge, and
// where it comes back another begins.
func (d *drawing) follow(x, y float64) {
	if d.points() >= most {
		d.say(say.Text("That is more ink than a digit needs: clear the paper.", "墨太多了：请清空再写。"))
		return
	}
	before, last := onPaper(d.pen.at[0], d.pen.at[1]), len(d.lines)-1
	d.pen.at = [2]float64{x, y}
	switch {
	case before && last >= 0:
		d.lines[last] = append(d.lines[last], [2]float64{max(0, min(paperSide, x)), max(0, min(paperSide, y))})
	case onPaper(x, y):
		d.lower(x, y)
	}
	d.changed()
}

func (d *drawing) points() (n int) {
	for _, line := range d.lines {
		n += len(line)
	}
	return n
}

// key moves the pen by the arrow keys; the space bar lowers and lifts it.
func (d *drawing) key(e js.Value) {
	name := e.Get("key").String()
	step, ok := arrows[name]
	if !ok && name != " " {
		return
	}
	e.Call("preventDefault")
	if !d.pen.byKeys {
		d.pen = pen{at: [2]float64{paperSide / 2, paperSide / 4}, byKeys: true}
	}
	const far = 10
	x := max(0, min(paperSide, d.pen.at[0]+far*float64(step[0])))
	y := max(0, min(paperSide, d.pen.at[1]+far*float64(step[1])))
	switch {
	case !ok && !d.pen.down:
		d.pen.down = true
		d.lower(x, y)
	case !ok:
		d.pen.down = false
	case d.pen.down:
		d.follow(x, y)
	default:
		d.pen.at = [2]float64{x, y}
	}
	d.changed()
}
