//go:build js && wasm

// Program live is the live figures of the course, for a browser. convnet-live.js starts it,
// and calls convnetLiveStart with the element of each figure:
//
//	<div class="convnet-live" data-live="window|kernel|descent|draw" lang="en|zh"></div>
//
// A figure of the network may bring its weights along, in data-weights: a safetensors file,
// compressed by zlib, in base64. Without them it has the course's own.
package main

import (
	"strings"
	"syscall/js"

	"convnet.example/lesson/say"
)

func main() {
	js.Global().Set("convnetLiveStart", js.FuncOf(func(_ js.Value, args []js.Value) any {
		start(args[0])
		return nil
	}))
	select {} // the figures live as long as the page
}

// figures makes the figure of each name.
var figures = map[string]func(*view){
	"window":  newWindow,
	"kernel":  newKernel,
	"descent": newDescent,
	"draw":    newDrawing,
}

// start makes the figure that belongs into an element of the page.
func start(root js.Value) {
	style()
	v := &view{root: root, language: languageOf(root)}
	root.Set("textContent", "")
	root.Call("setAttribute", "data-lm-suppress-shortcuts", "true") // keys are the figure's, not JupyterLab's
	v.said = v.add(root, "p", "class", "cl-said", "role", "status")
	v.guard(func() {
		make := figures[root.Get("dataset").Get("live").String()]
		if make == nil {
			v.say(say.Text("There is no such figure.", "没有这种图。"))
			return
		}
		make(v)
		v.changed()
	})
}

// languageOf is the language of the part of the page that an element is in.
func languageOf(root js.Value) string {
	part := root.Call("closest", "[lang]")
	if part.Truthy() && strings.HasPrefix(strings.ToLower(part.Get("lang").String()), "zh") {
		return "zh"
	}
	return "en"
}
