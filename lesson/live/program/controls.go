//go:build js && wasm

package main

import (
	"strconv"
	"syscall/js"
)

// row adds a row of controls.
func (v *view) row() js.Value { return v.add(v.root, "div", "class", "cl-row") }

// slider adds a slider with its name and its value beside it, and keeps its value in to.
func (v *view) slider(parent js.Value, name, label string, to *float64, least, most, step float64) {
	l := v.add(parent, "label", "class", "cl-slider")
	v.add(l, "span", "text", label)
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	input := v.add(l, "input", "type", "range", "name", name, "min", number(least), "max", number(most), "step", number(step), "value", number(*to))
	value := v.add(l, "output", "aria-live", "off", "text", number(*to)) // the slider says it itself
	v.on(input, "input", func(js.Value) {
		if f, err := strconv.ParseFloat(input.Get("value").String(), 64); err == nil {
			*to = max(least, min(most, f))
		}
		value.Set("textContent", number(*to))
		v.changed()
	})
}

// button adds a button.
func (v *view) button(parent js.Value, name, label string, pressed func()) js.Value {
	b := v.add(parent, "button", "type", "button", "name", name, "text", label)
	v.on(b, "click", func(js.Value) { pressed() })
	return b
}

// choice adds a list to choose from, and returns it.
func (v *view) choice(parent js.Value, name, label string, options []string, chosen func(i int)) js.Value {
	l := v.add(parent, "label")
	v.add(l, "span", "text", label)
	s := v.add(l, "select", "name", name)
	for _, o := range options {
		v.add(s, "option", "text", o)
	}
	v.on(s, "change", func(js.Value) {
		if i := s.Get("selectedIndex").Int(); i >= 0 {
			chosen(i)
		}
	})
	return s
}
