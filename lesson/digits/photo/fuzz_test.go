package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"convnet.example/lesson/digits/mnist"
)

// A file that is called a picture gives a digit, or an error that says why not; what it claims
// to be does not matter.
func FuzzPicture(f *testing.F) {
	picture := drawing()
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		f.Fatal(err)
	}
	f.Add(bytes.Clone(b.Bytes()))
	b.Reset()
	if err := jpeg.Encode(&b, picture, nil); err != nil {
		f.Fatal(err)
	}
	f.Add(bytes.Clone(b.Bytes()))
	f.Add([]byte("GIF89a\xff\xff\xff\xff\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "picture")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := Open(path)
		if err != nil || p.Bounds().Dx()*p.Bounds().Dy() > 1<<20 {
			return
		}
		if img, err := Digit(p); err == nil && len(img) != mnist.Pixels {
			t.Errorf("%d pixels", len(img))
		}
	})
}

// drawing is a small black bar on white paper.
func drawing() image.Image {
	picture := image.NewGray(image.Rect(0, 0, 24, 40))
	for i := range picture.Pix {
		picture.Pix[i] = 255
	}
	for y := 8; y < 32; y++ {
		for x := 10; x < 14; x++ {
			picture.SetGray(x, y, color.Gray{})
		}
	}
	return picture
}
