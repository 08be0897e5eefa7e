//go:build unix

package lesson

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"github.com/janpfeifer/gonb/gonbui/protocol"
)

func TestShow(t *testing.T) {
	shown := notebook(t)
	Show("two matrices", MatrixPicture([][]float64{{1, 2}}), MatrixPicture([][]float64{{3}}))
	ShowGIF("a dot", threeFrames())
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
