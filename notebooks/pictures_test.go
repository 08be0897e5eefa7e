package main

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
)

// shown returns the outputs that are not streams.
func shown(outputs []output) (all []output) {
	for _, o := range outputs {
		if o.Type == "display_data" {
			all = append(all, o)
		}
	}
	return all
}

func comparePictures(got, want []output, trained bool) string {
	if len(got) != len(want) {
		return fmt.Sprintf("it shows %d pictures, and the committed output has %d", len(got), len(want))
	}
	for i := range got {
		a, b := got[i].Data, want[i].Data
		if !trained && a.text("text/plain") != b.text("text/plain") {
			return compareTexts(a.text("text/plain"), b.text("text/plain"), exactly)
		}
		for mime := range b {
			x, errX := decode(a.text(mime))
			y, errY := decode(b.text(mime))
			if strings.HasPrefix(mime, "image/") && (errX != nil || errY != nil || !trained && !samePixels(x, y)) {
				return fmt.Sprintf("another picture: %s %v %v", short(b.text("text/plain")), errX, errY)
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
