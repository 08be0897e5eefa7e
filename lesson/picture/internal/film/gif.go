package film

import (
	"image"
	"image/color"
	"image/gif"
)

// hold is how long an animation shows its last frame, in hundredths of a second.
const hold = 200

// Animate returns an animation that shows each frame for delay hundredths of a second and
// the last one for two seconds, again and again. Frames have one size and begin at 0, 0.
// They keep so many of their colours, at most 255; see paletteOf.
func Animate(frames []*image.RGBA, colours, delay int) *gif.GIF {
	palette, index := paletteOf(colours, frames...)
	size := frames[0].Rect.Size()
	g := &gif.GIF{Config: image.Config{ColorModel: palette, Width: size.X, Height: size.Y}}
	before := image.NewRGBA(frames[0].Rect) // nothing: all pixels are transparent
	for _, frame := range frames {
		g.Image = append(g.Image, changes(before, frame, palette, index))
		g.Delay = append(g.Delay, delay)
		g.Disposal = append(g.Disposal, gif.DisposalNone)
		before = frame
	}
	g.Delay[len(frames)-1] = hold
	return g
}

// changes returns the smallest rectangle with all pixels that are not as they were before.
// Those in it that are have colour 0, which is transparent: that takes little room.
func changes(before, now *image.RGBA, palette color.Palette, index map[color.RGBA]uint8) *image.Paletted {
	p := image.NewPaletted(now.Rect, palette)
	changed := image.Rectangle{}
	for i := range p.Pix {
		x, y := i%p.Stride, i/p.Stride
		if c := now.RGBAAt(x, y); c != before.RGBAAt(x, y) {
			p.Pix[i] = index[c]
			changed = changed.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	if changed.Empty() {
		changed = image.Rect(0, 0, 1, 1) // a GIF has no empty frames
	}
	return p.SubImage(changed).(*image.Paletted)
}
