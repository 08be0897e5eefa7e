//go:build js && wasm

package main

import (
	"strconv"
	"syscall/js"

	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// An answer is the table of the ten digits.
type answer struct {
	said, spoken        js.Value
	bars, shares, sizes [10]js.Value
}

func (d *drawing) newAnswer(parent js.Value) {
	d.answer.said = d.add(parent, "p", "class", "cl-answer", "aria-hidden", "true")
	d.answer.spoken = d.addHidden(parent)
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
	digit := ""
	if d.result != nil && d.result.Answer() >= 0 {
		digit = strconv.Itoa(d.result.Answer())
	}
	d.set("answer", digit)
	setText(d.answer.said, d.sentence())
	for i := range 10 {
		share, size, width := "", "", "0"
		if d.result != nil {
			p := d.result.Probabilities[i]
			share, size, width = figure.Percent(p), figure.Logit(d.result.Logits[i]), strconv.FormatFloat(100*p, 'f', 1, 64)+"%"
		}
		d.answer.bars[i].Get("style").Set("width", width)
		setText(d.answer.shares[i], share)
		setText(d.answer.sizes[i], size)
	}
}
