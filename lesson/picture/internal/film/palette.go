package film

import (
	"cmp"
	"image"
	"image/color"
	"maps"
	"slices"
)

// paletteOf returns a palette of a transparent colour and the colours of the pictures, which
// are opaque, and the place of each of their colours in it. If there are more than most, the
// rarer of two that are alike becomes the other one: soft edges have many shades.
func paletteOf(most int, pictures ...*image.RGBA) (palette color.Palette, index map[color.RGBA]uint8) {
	counts := count(pictures)
	all := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	chosen := all
	for near := 1; len(chosen) > most; near++ {
		chosen = unlike(all, near)
	}
	palette = color.Palette{color.RGBA{}}
	for _, c := range chosen {
		palette = append(palette, c)
	}
	index = make(map[color.RGBA]uint8, len(all))
	for _, c := range all {
		index[c] = uint8(1 + palette[1:].Index(c))
	}
	return palette, index
}

// unlike returns the colours that differ by more than near, in red, green or blue, from all
// that come before them and are returned.
func unlike(all []color.RGBA, near int) (chosen []color.RGBA) {
	differ := func(a, b uint8) bool { return max(a, b)-min(a, b) > uint8(near) }
	for _, c := range all {
		if !slices.ContainsFunc(chosen, func(o color.RGBA) bool {
			return !differ(c.R, o.R) && !differ(c.G, o.G) && !differ(c.B, o.B)
		}) {
			chosen = append(chosen, c)
		}
	}
	return chosen
}

// count returns the number of pixels of each colour.
func count(pictures []*image.RGBA) map[color.RGBA]int {
	counts := map[color.RGBA]int{}
	for _, p := range pictures {
		for i, start := 4, 0; i <= len(p.Pix); i += 4 { // a map is slow: it is asked once a run
			if i < len(p.Pix) && [4]byte(p.Pix[i:]) == [4]byte(p.Pix[start:]) {
				continue
			}
			counts[color.RGBA{p.Pix[start], p.Pix[start+1], p.Pix[start+2], p.Pix[start+3]}] += (i - start) / 4
			start = i
		}
	}
	return counts
}

// Paletted returns a picture with at most 255 of its colours; see paletteOf.
func Paletted(picture *image.RGBA) *image.Paletted {
	palette, index := paletteOf(255, picture)
	p := image.NewPaletted(picture.Rect, palette)
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			p.Pix[y*p.Stride+x] = index[picture.RGBAAt(picture.Rect.Min.X+x, picture.Rect.Min.Y+y)]
		}
	}
	return p
}
