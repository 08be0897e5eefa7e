//go:build js && wasm

package main

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"syscall/js"

	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// newWeights takes the weights that the page brings, and says whose they are. The reader may
// open a file of others.
func (d *drawing) newWeights() {
	row := d.row()
	whose := d.add(row, "span", "class", "cl-whose")
	label := d.add(row, "label", "class", "cl-file", "text", say.Text("Open other weights …", "换一组权重……"))
	file := d.add(label, "input", "type", "file", "name", "weights", "accept", ".safetensors")
	use := func(r io.Reader, name string) {
		n, err := figure.ReadNetwork(r)
		if err != nil {
			d.say(fmt.Sprintf(say.Text("%s: %v. The figure keeps the weights it had.", "%s：%v。图里还是原来的权重。"), name, err))
			return
		}
		d.say("")
		d.network = n
		whose.Set("textContent", say.Text("Weights: ", "权重：")+name)
		d.changed()
	}
	use(bytes.NewReader(figure.Weights), say.Text("the course's own, from MNIST and drawn digits, turned, slanted and shifted", "课程自带，用 MNIST 和自己画的数字训练，都经过旋转、倾斜和平移"))
	if brought := d.root.Get("dataset").Get("weights"); brought.Truthy() {
		use(unpacked(brought.String()), say.Text("those of this notebook", "这个笔记本训练出来的"))
	}
	d.on(file, "change", func(js.Value) {
		if chosen := file.Get("files"); chosen.Length() > 0 {
			d.open(chosen.Index(0), use)
		}
		file.Set("value", "") // the same file may be chosen again
	})
}

// unpacked reads what data-weights holds.
func unpacked(text string) io.Reader {
	z, err := zlib.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(text)))
	if err != nil {
		return failing{err}
	}
	return z
}

// failing is a reader with nothing to read.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// open reads a file that the reader has chosen. One that is far too large is not read at all.
func (d *drawing) open(file js.Value, use func(io.Reader, string)) {
	name := file.Get("name").String()
	if size := file.Get("size").Float(); size > figure.LargestFile {
		d.say(fmt.Sprintf(say.Text("%s has %.1f MB, and this network's weights take 0.03 MB: it is another file.", "%s 有 %.1f MB，而这个网络的权重只有 0.03 MB：不是这种文件。"), name, size/1e6))
		return
	}
	var then, failed js.Func
	done := func(f func(js.Value)) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			then.Release()
			failed.Release()
			d.guard(func() { f(args[0]) })
			return nil
		})
	}
	then = done(func(buffer js.Value) {
		array := js.Global().Get("Uint8Array").New(buffer)
		data := make([]byte, array.Length())
		js.CopyBytesToGo(data, array)
		use(bytes.NewReader(data), name)
	})
	failed = done(func(err js.Value) {
		d.say(fmt.Sprintf(say.Text("%s cannot be read: %s", "%s 读不出来：%s"), name, err.Call("toString").String()))
	})
	file.Call("arrayBuffer").Call("then", then, failed)
}
