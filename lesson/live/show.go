package live

import (
	_ "embed"
	"fmt"
	"html"
	"strings"

	"convnet.example/lesson/picture"
	"convnet.example/lesson/say"

	"github.com/janpfeifer/gonb/gonbui"
)

// Show displays a live figure under the cell, and ends at once: the figure lives on in the
// browser, without the kernel. The figures are
//
//	window   a window over numbers: kernel, padding, stride, dilation, and the size by the formula
//	kernel   a kernel to edit, on a digit, and its map
//	descent  SGD with momentum in the ravine: rate and momentum
//	draw     a digit to draw, and what the network computes meanwhile, see [Weights]
//
// Where the program cannot be had, a still picture stays, and a sentence that says where the
// figure moves. Outside of a notebook Show does nothing. It panics if there is no such figure,
// or if an option cannot be used.
func Show(figure string, options ...Option) {
	f, ok := figures[figure]
	if !ok {
		panic(fmt.Errorf("lesson: there is no live figure %q: there are window, kernel, descent and draw", figure))
	}
	c := cell{figure: figure}
	for _, option := range options {
		if err := option(&c); err != nil {
			panic(fmt.Errorf("lesson: the live figure %s: %w", figure, err))
		}
	}
	if !gonbui.IsNotebook {
		return
	}
	picture.Show(f.caption(), f.still(c)...)
	gonbui.DisplayHTML(c.html(f.caption()))
	gonbui.Sync()
}

// A cell is what the options say.
type cell struct {
	figure  string
	data    string // attributes of the figure's element
	weights []byte
}

//go:embed load.js
var loadJS string

// html is the figure's element, and the script that has the figure's program make it.
func (c cell) html(caption string) string {
	attributes := strings.TrimSpace(fmt.Sprintf(`data-live="%s" lang="%s" %s`, c.figure, say.Language(), c.data))
	where := say.Text(
		" To make it a live figure, run this cell in JupyterLab, started by go run ./notebooks or from the course's container image.",
		"在用 go run ./notebooks 或课程镜像打开的 JupyterLab 里运行这个单元格，图就能动手操作。")
	text := html.EscapeString(caption + where)
	return fmt.Sprintf("<div class=\"convnet-live\" %s>%s</div>\n<script>\n%s</script>", attributes, text, loadJS)
}
