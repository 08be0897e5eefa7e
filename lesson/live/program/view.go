//go:build js && wasm

package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"syscall/js"

	"convnet.example/lesson/say"
)

// A view is a figure on the page: its element, and how to draw it anew.
type view struct {
	root, said js.Value
	language   string
	draw       func()
	version    int
	queued     bool
}

// changed has the figure drawn anew with the next frame, once, however often it is called
// before.
func (v *view) changed() {
	if v.queued {
		return
	}
	v.queued = true
	once("requestAnimationFrame", func() {
		v.queued = false
		v.guard(v.draw)
		v.version++
		v.set("version", strconv.Itoa(v.version))
	})
}

// once has the browser call f one time, by one of its functions that do that.
func once(when string, f func(), args ...any) {
	var callback js.Func
	callback = js.FuncOf(func(js.Value, []js.Value) any {
		callback.Release()
		f()
		return nil
	})
	js.Global().Call(when, append([]any{callback}, args...)...)
}

// guard calls f, in the figure's language. What goes wrong in it is said in the figure, which
// goes on.
func (v *view) guard(f func()) {
	say.In(v.language)
	defer func() {
		if err := recover(); err != nil {
			v.say(fmt.Sprintf(say.Text("That did not work: %v", "出错了：%v"), err))
		}
	}()
	f()
}

// say shows a sentence about what the reader gave the figure; an empty one takes it away.
func (v *view) say(text string) { setText(v.said, text) }

// setText changes what an element says, if it is something else: a screen reader would say it
// again.
func setText(e js.Value, text string) {
	if e.Get("textContent").String() != text {
		e.Set("textContent", text)
	}
}

// set sets a data attribute of the figure.
func (v *view) set(name, value string) { v.root.Get("dataset").Set(name, value) }

// on calls f for each event of that name, with the event.
func (v *view) on(target js.Value, name string, f func(event js.Value)) {
	target.Call("addEventListener", name, js.FuncOf(func(_ js.Value, args []js.Value) any {
		v.guard(func() { f(args[0]) })
		return nil
	}))
}

// add appends an element with these attributes, name and value in turn. The attribute
// "text" is what it says.
func (v *view) add(parent js.Value, tag string, attributes ...string) js.Value {
	e := document().Call("createElement", tag)
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i] == "text" {
			e.Set("textContent", attributes[i+1])
		} else {
			e.Call("setAttribute", attributes[i], attributes[i+1])
		}
	}
	if !v.said.IsUndefined() && parent.Equal(v.root) {
		parent.Call("insertBefore", e, v.said) // what is said stands last
	} else {
		parent.Call("appendChild", e)
	}
	return e
}

func document() js.Value { return js.Global().Get("document") }

//go:embed live.css
var liveCSS string

// style adds the figures' style sheet to the page, once.
func style() {
	const id = "convnet-live-style"
	if document().Call("getElementById", id).Truthy() {
		return
	}
	s := document().Call("createElement", "style")
	s.Set("id", id)
	s.Set("textContent", liveCSS)
	document().Get("head").Call("appendChild", s)
}
