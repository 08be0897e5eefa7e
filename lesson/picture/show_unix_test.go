//go:build unix

package picture

import (
	"bytes"
	"image"
	"image/gif"
	"image/png"
	"testing"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/internal/fakegonb"
	"convnet.example/lesson/picture/internal/film"
	"github.com/janpfeifer/gonb/gonbui/protocol"
)

func TestShow(t *testing.T) {
	shown := fakegonb.Notebook(t)
	Show("two matrices", Matrix([][]float64{{1, 2}}), Matrix([][]float64{{3}}))
	ShowGIF("a dot", dots())
	all := shown()
	if len(all) != 2 {
		t.Fatalf("%d outputs, want 2", len(all))
	}
	for i, want := range []struct {
		text string
		size image.Point
	}{{"two matrices", image.Pt(83+gap+42, 42)}, {"a dot", image.Pt(20, 10)}} {
		d := all[i]
		if d.Data[protocol.MIMETextPlain] != want.text || d.Metadata["alt"] != want.text || d.DisplayID != "" {
			t.Errorf("output %d: text %v, metadata %v, id %q", i, d.Data[protocol.MIMETextPlain], d.Metadata, d.DisplayID)
		}
		if got := sizeOfPNG(t, d); got != want.size {
			t.Errorf("output %d is %v, want %v", i, got, want.size)
		}
	}
}

func sizeOfPNG(t *testing.T, d *protocol.DisplayData) image.Point {
	t.Helper()
	data, _ := d.Data[protocol.MIMEImagePNG].([]byte)
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return image.Pt(config.Width, config.Height)
}

// Outside of a notebook there is nothing to see.
func TestShowOutsideOfANotebook(t *testing.T) {
	shown := fakegonb.Notebook(t)
	fakegonb.Leave()
	Show("nothing", Matrix(nil))
	ShowGIF("nothing", dots())
	Update("id", "nothing", Matrix(nil))
	UpdateText("id", "nothing")
	if n := len(shown()); n != 0 {
		t.Errorf("%d outputs", n)
	}
}

// dots is an animation of two frames.
func dots() *gif.GIF {
	var frames []*image.RGBA
	for n := range 2 {
		f := image.NewRGBA(image.Rect(0, 0, 20, 10))
		fillRect(f, f.Rect, colour.Paper)
		f.Set(3, n, colour.Frame)
		frames = append(frames, f)
	}
	return film.Animate(frames, 255, 30)
}
