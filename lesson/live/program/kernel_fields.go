//go:build js && wasm

package main

import (
	"fmt"
	"strings"
	"syscall/js"

	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// use takes another kernel, and shows its numbers in fields.
func (f *kernelFigure) use(kernel [][]float64) {
	f.kernel = kernel
	f.say("")
	if side := len(kernel); len(f.fields) != side*side {
		f.cells.Set("textContent", "")
		f.cells.Get("style").Set("gridTemplateColumns", fmt.Sprintf("repeat(%d, 3.4em)", side))
		f.fields = nil
		for at := range side * side {
			f.newField(at/side, at%side)
		}
	}
	for at := range f.fields {
		f.fill(at)
	}
	f.changed()
}

// fill writes the kernel's number into a field.
func (f *kernelFigure) fill(at int) {
	side := len(f.kernel)
	f.fields[at].Set("value", figure.Number(f.kernel[at/side][at%side]))
	f.fields[at].Call("setAttribute", "aria-invalid", false)
}

// newField adds the field of one number. What is typed there and is no number is refused,
// and when the reader goes on to another field, the number that counts stands there again.
func (f *kernelFigure) newField(i, j int) {
	at := len(f.fields)
	input := f.add(f.cells, "input", "maxlength", "12", "autocomplete", "off",
		"aria-label", fmt.Sprintf(say.Text("row %d, column %d", "第 %d 行第 %d 列"), i, j))
	f.fields = append(f.fields, input)
	f.on(input, "input", func(js.Value) { f.typed(input, i, j) })
	f.on(input, "focus", func(js.Value) { input.Call("select") })
	f.on(input, "blur", func(js.Value) {
		f.fill(at)
		f.say("")
	})
}

func (f *kernelFigure) typed(input js.Value, i, j int) {
	text := strings.TrimSpace(input.Get("value").String())
	if text == "" || text == "-" || text == "−" {
		return // the reader is typing
	}
	v, err := figure.ParseNumber(text)
	input.Call("setAttribute", "aria-invalid", err != nil)
	f.say("")
	if err != nil {
		f.say(err.Error())
	} else {
		f.kernel[i][j] = v
		f.presets.Set("selectedIndex", -1) // the reader's own
	}
	f.changed()
}
