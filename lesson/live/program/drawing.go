//go:build js && wasm

package main

import (
	"syscall/js"

	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// A drawing is a digit that the reader draws, and all that the network makes of it.
type drawing struct {
	*view
	network *figure.Network
	lines   [][][2]float64
	cleared [][][2]float64 // what undo brings back
	pen     pen
	paper   *canvas
	seen    []seen // the image, large, and small beside the maps
	answer  answer
	maps    maps
	kept    kept
	img     []byte // nil: too little is drawn
	result  *figure.Activations
}

// paperSide is the side of the paper, and least what a digit takes of it at the least.
const paperSide, least = 280, 12

func newDrawing(v *view) {
	d := &drawing{view: v}
	stage := v.add(v.root, "div", "class", "cl-stage")
	left := v.add(stage, "div", "class", "cl-left")
	d.paper = v.canvas(left, "cl-paper ink", say.Text("draw a digit here; with the keyboard: arrow keys move, the space bar lowers and lifts the pen", "在这里写一个数字；用键盘时：方向键移动，空格键落笔、提笔"), paperSide, paperSide)
	row := v.add(left, "div", "class", "cl-row")
	v.button(row, "clear", say.Text("Clear", "清空"), d.clear)
	v.button(row, "undo", say.Text("Undo", "撤销"), d.undo)
	v.button(row, "keep", say.Text("Keep", "留下"), d.keep)
	d.newKept(left)
	d.newSeen(v.add(stage, "div"), "cl-seen", say.Text("what the network sees", "网络看到的"))
	d.newAnswer(v.add(stage, "div"))
	d.newMaps()
	d.newWeights()
	d.listen()
	v.draw = d.paint
}

// show replaces the lines.
func (d *drawing) show(lines [][][2]float64) {
	d.lines, d.pen.down = lines, false
	d.say("")
	d.read()
	d.speak()
	d.changed()
}

func (d *drawing) clear() {
	if len(d.lines) > 0 {
		d.cleared = d.lines
	}
	d.show(nil)
}

// undo takes the last line away, or brings back what was cleared.
func (d *drawing) undo() {
	if len(d.lines) == 0 {
		d.show(d.cleared)
		d.cleared = nil
		return
	}
	d.show(d.lines[:len(d.lines)-1])
}

// read has the network read what is drawn.
func (d *drawing) read() {
	d.img, d.result = drawn.Lines(d.lines, least), nil
	if d.img != nil && d.network != nil {
		d.result = d.network.Run(d.img)
	}
}

func (d *drawing) paint() {
	d.read()
	d.paintPaper()
	d.paintAnswer()
	d.paintMaps()
	d.paintSeen()
}

func (d *drawing) paintPaper() {
	d.paper.clear()
	for _, line := range d.lines {
		d.paper.line(line, 15, colour.Text)
	}
	if x, y := d.pen.at[0], d.pen.at[1]; d.pen.byKeys && d.pen.down {
		d.paper.dot(x, y, 7, frame)
	} else if d.pen.byKeys {
		d.paper.frame(x-5, y-5, 10, 10, 2, frame)
	}
}

// speak tells a screen reader what is read, when a line is finished and not at each move.
func (d *drawing) speak() { setText(d.answer.spoken, d.sentence()) }

// sentence says what the network makes of the paper.
func (d *drawing) sentence() string {
	switch {
	case d.result != nil:
		return say.Text("Read as ", "认成 ") + d.result.Said()
	case len(d.lines) > 0:
		return say.Text("Draw it larger.", "请写大一点。")
	}
	return say.Text("Draw a digit.", "写一个数字。")
}

// addHidden adds text for screen readers alone.
func (v *view) addHidden(parent js.Value) js.Value {
	return v.add(parent, "span", "class", "cl-hidden", "role", "status")
}
