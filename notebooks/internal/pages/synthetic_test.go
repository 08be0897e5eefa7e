package pages

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
)

// small returns the environment with a course of two notebooks.
func small(t *testing.T) *environment.Environment {
	e := prepared.Environment(t)
	e.Root = t.TempDir()
	for _, lang := range course.Languages {
		for name, cells := range map[string][]ipynb.Cell{"00-evil": evil(), "01-live": living(t)} {
			n := &ipynb.Notebook{Cells: cells}
			if err := n.Write(filepath.Join(e.Root, "notebooks", lang, name+".ipynb")); err != nil {
				t.Fatal(err)
			}
		}
	}
	return e
}

func markdown(lines ...string) ipynb.Cell {
	return ipynb.Cell{Type: "markdown", Source: ipynb.Lines(strings.Join(lines, "\n\n"))}
}

func shows(mime, form, alt string) ipynb.Output {
	return ipynb.Output{Type: "display_data", Data: ipynb.MimeBundle{mime: form}, Metadata: map[string]any{"alt": alt}}
}

// still is a picture of 3 by 2 pixels.
func still(t *testing.T) string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

var liveKinds = []string{"window", "kernel", "descent", "draw"}

func liveHTML(kind string) string {
	return `<div class="convnet-live" data-live="` + kind + `" data-weights="AAAA">…</div><script>alert("notebook")</script>`
}

// living has a live figure of every kind.
func living(t *testing.T) []ipynb.Cell {
	cells := []ipynb.Cell{markdown("# 01 · Live", "You will see. [Evil](00-evil.ipynb) comes first.")}
	for _, kind := range liveKinds {
		cells = append(cells, ipynb.Cell{Type: "code", Source: "live." + ipynb.Lines(kind) + "()", Outputs: []ipynb.Output{
			{Type: "stream", Name: "stdout", Text: "first\n"}, shows("image/png", still(t), "a still of "+kind), shows("text/html", liveHTML(kind), "")}})
	}
	return cells
}
