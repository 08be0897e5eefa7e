package film

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// A picture with up to 255 colours keeps them; one with more changes none by much.
func TestPaletteIsFaithful(t *testing.T) {
	for _, test := range []struct{ colours, most int }{{255, 0}, {511, 2}, {4096, 16}} {
		picture := image.NewRGBA(image.Rect(0, 0, test.colours, 1))
		for i := range test.colours {
			picture.SetRGBA(i, 0, color.RGBA{uint8(i), uint8(i >> 1), uint8(16 * (i >> 8)), 255})
		}
		small := Paletted(picture)
		for i := range test.colours {
			a, b := picture.RGBAAt(i, 0), color.RGBAModel.Convert(small.At(i, 0)).(color.RGBA)
			for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B), int(a.A) - int(b.A)} {
				if max(d, -d) > test.most {
					t.Fatalf("%d colours: %v became %v", test.colours, a, b)
				}
			}
		}
	}
}

// White stays, and the rest becomes what is most like it.
func TestPalette(t *testing.T) {
	p := image.NewRGBA(image.Rect(3, 2, 43, 42))
	draw.Draw(p, p.Rect, image.White, image.Point{}, draw.Src)
	for i := range 600 { // 600 colours of one pixel each
		p.SetRGBA(3+i%40, 2+i/40, color.RGBA{uint8(i % 256), uint8(i / 256 * 40), 200, 0xff})
	}
	got := Paletted(p)
	if len(got.Palette) > 256 || got.RGBA64At(42, 41) != (color.RGBA64{0xffff, 0xffff, 0xffff, 0xffff}) {
		t.Errorf("%d colours, of which %v is not white", len(got.Palette), got.At(42, 41))
	}
	few := image.NewRGBA(p.Rect)
	draw.Draw(few, few.Rect, got, got.Rect.Min, draw.Src)
	if again := Paletted(few); !equalPictures(again, few) {
		t.Error("a picture of 255 colours or fewer is not kept exactly")
	}
}

func equalPictures(a, b image.Image) bool {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if color.RGBAModel.Convert(a.At(x, y)) != color.RGBAModel.Convert(b.At(x, y)) {
				return false
			}
		}
	}
	return a.Bounds() == b.Bounds()
}
