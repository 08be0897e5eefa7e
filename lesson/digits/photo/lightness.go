package photo

import (
	"image"
	"image/color"

	"convnet.example/lesson/say"
)

// most is the longer side of a plane: a photo has more pixels than a digit needs.
const most = 320

// read returns the lightness of a picture, from 0 to 1. Where much is transparent, what is
// opaque is the ink, whatever its colour.
func read(picture image.Image) (*plane, error) {
	b := picture.Bounds()
	if b.Dx() < 8 || b.Dy() < 8 {
		return nil, say.Errorf("the picture has %d×%d pixels, too few for a digit: make it 20×20 or larger",
			"图片只有 %d×%d 像素，放不下一个数字：至少 20×20", b.Dx(), b.Dy())
	}
	p := plane{frame: b, width: min(b.Dx(), max(1, b.Dx()*most/max(b.Dx(), b.Dy()))), height: min(b.Dy(), max(1, b.Dy()*most/max(b.Dx(), b.Dy())))}
	if p.width < 8 || p.height < 8 {
		return nil, say.Errorf("the picture is a narrow strip: cut it to the digit and some paper around it",
			"图片太窄太长：裁成一个数字，四周留一点纸")
	}
	p.ink = make([]float64, p.width*p.height)
	opacity, clear := make([]float64, len(p.ink)), 0
	for y := range p.height {
		for x := range p.width {
			i := y*p.width + x
			p.ink[i], opacity[i] = average(picture, image.Rect(
				b.Min.X+x*b.Dx()/p.width, b.Min.Y+y*b.Dy()/p.height,
				b.Min.X+(x+1)*b.Dx()/p.width, b.Min.Y+(y+1)*b.Dy()/p.height))
			if opacity[i] < 0.5 {
				clear++
			}
		}
	}
	if clear > len(p.ink)/5 {
		for i, v := range opacity {
			p.ink[i] = 1 - v
		}
	}
	return &p, nil
}

// average returns the mean lightness, seen on white, and opacity of a part of a picture. Of
// a large part it looks at some pixels only.
func average(picture image.Image, r image.Rectangle) (light, opacity float64) {
	step := max(1, min(r.Dx(), r.Dy())/4)
	n := 0.0
	for y := r.Min.Y; y < r.Max.Y; y += step {
		for x := r.Min.X; x < r.Max.X; x += step {
			c := color.NRGBA64Model.Convert(picture.At(x, y)).(color.NRGBA64)
			a := float64(c.A) / 0xffff
			grey := (0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)) / 0xffff
			light += 1 - a + a*grey
			opacity += a
			n++
		}
	}
	return light / n, opacity / n
}
