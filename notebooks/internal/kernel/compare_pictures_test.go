package kernel

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"slices"
	"strings"

	"convnet.example/notebooks/internal/ipynb"
)

// shown returns the outputs that are not streams.
func shown(outputs []ipynb.Output) (all []ipynb.Output) {
	for _, o := range outputs {
		if o.Type == "display_data" {
			all = append(all, o)
		}
	}
	return all
}

func comparePictures(got, want []ipynb.Output, trained bool) string {
	if len(got) != len(want) {
		return fmt.Sprintf("it shows %d pictures, and the committed output has %d", len(got), len(want))
	}
	for i := range got {
		a, b := got[i].Data, want[i].Data
		if !trained && a.Text("text/plain") != b.Text("text/plain") {
			return compareTexts(a.Text("text/plain"), b.Text("text/plain"), exactly)
		}
		for mime := range b {
			x, errX := decode(a.Text(mime))
			y, errY := decode(b.Text(mime))
			if strings.HasPrefix(mime, "image/") && (errX != nil || errY != nil || !trained && !samePixels(x, y)) {
				return fmt.Sprintf("another picture: %s %v %v", b.Text("text/plain"), errX, errY)
			}
		}
	}
	return ""
}

// decode returns the frames of a picture.
func decode(text string) ([]image.Image, error) {
	data, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(text, "\n", ""))
	if err != nil {
		return nil, err
	}
	if animation, err := gif.DecodeAll(bytes.NewReader(data)); err == nil {
		var frames []image.Image
		for _, f := range animation.Image {
			frames = append(frames, f)
		}
		return frames, nil
	}
	picture, err := png.Decode(bytes.NewReader(data))
	return []image.Image{picture}, err
}

func samePixels(a, b []image.Image) bool {
	return slices.EqualFunc(a, b, func(a, b image.Image) bool {
		if a.Bounds() != b.Bounds() {
			return false
		}
		r := a.Bounds()
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				if color.NRGBAModel.Convert(a.At(x, y)) != color.NRGBAModel.Convert(b.At(x, y)) {
					return false
				}
			}
		}
		return true
	})
}
