//go:build js && wasm

package main

import (
	"strconv"
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
	pen     pen
	paper   *canvas
	seen    seen
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
	left := v.add(stage, "div")
	d.paper = v.canvas(left, "cl-paper ink", say.Text("draw a digit here; with the keyboard: arrow keys move, the space bar lifts and lowers the pen", "在这里写一个数字；用键盘时：方向键移动，空格键落笔、提笔"), paperSide, paperSide)
	row := v.add(left, "div", "class", "cl-row")
	v.button(row, "clear", say.Text("Clear", "清空"), func() { d.show(nil) })
	v.button(row, "undo", say.Text("Undo", "撤销"), func() { d.show(d.lines[:max(0, len(d.lines)-1)]) })
	v.button(row, "keep", say.Text("Keep", "留下"), d.keep)
	d.newSeen(v.add(stage, "div"))
	d.newAnswer(v.add(stage, "div"))
	d.newMaps()
	d.newKept()
	d.newWeights()
	d.listen()
	v.draw = d.paint
}

// show replaces the lines.
func (d *drawing) show(lines [][][2]float64) {
	d.lines, d.pen.down = lines, false
	d.changed()
}

func (d *drawing) paint() {
	d.paintPaper()
	d.img, d.result = drawn.Lines(d.lines, least), nil
	if d.img != nil && d.network != nil {
		d.result = d.network.Run(d.img)
	}
	d.paintAnswer()
	d.paintMaps()
	d.paintSeen()
}

func (d *drawing) paintPaper() {
	d.paper.clear()
	for _, line := range d.lines {
		d.paper.line(line, 15, colour.Text)
	}
	if d.pen.byKeys {
		d.paper.frame(d.pen.at[0]-5, d.pen.at[1]-5, 10, 10, 2, colour.Frame)
	}
}

// An answer is the table of the ten digits.
type answer struct {
	said                js.Value
	bars, shares, sizes [10]js.Value
}

func (d *drawing) newAnswer(parent js.Value) {
	d.answer.said = d.add(parent, "p", "class", "cl-answer", "aria-live", "polite")
	table := d.add(d.add(parent, "table", "class", "cl-digits"), "tbody")
	head := d.add(table, "tr")
	for _, name := range []string{"", "", say.Text("probability", "概率"), "logit"} {
		d.add(head, "th", "scope", "col", "text", name)
	}
	for i := range 10 {
		row := d.add(table, "tr")
		d.add(row, "th", "scope", "row", "text", strconv.Itoa(i))
		d.answer.bars[i] = d.add(d.add(row, "td"), "i")
		d.answer.shares[i] = d.add(row, "td", "data-probability", strconv.Itoa(i))
		d.answer.sizes[i] = d.add(row, "td", "data-logit", strconv.Itoa(i))
	}
}

func (d *drawing) paintAnswer() {
	digit, said := "", say.Text("Draw a digit.", "写一个数字。")
	if d.result != nil {
		digit = strconv.Itoa(d.result.Answer())
		said = say.Text("Read as ", "认成 ") + digit
	}
	d.set("answer", digit)
	d.answer.said.Set("textContent", said)
	for i := range 10 {
		share, size, width := "", "", "0"
		if d.result != nil {
			p := d.result.Probabilities[i]
			share, size, width = figure.Percent(p), figure.Logit(d.result.Logits[i]), strconv.FormatFloat(100*p, 'f', 1, 64)+"%"
		}
		d.answer.bars[i].Get("style").Set("width", width)
		d.answer.shares[i].Set("textContent", share)
		d.answer.sizes[i].Set("textContent", size)
	}
}
