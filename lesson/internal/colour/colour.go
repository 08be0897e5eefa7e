package colour

import (
	"image/color"
	"math"
)

// They are quiet, so that numbers can be read on all of them.
var (
	Paper   = color.RGBA{0xff, 0xff, 0xff, 0xff}
	Text    = color.RGBA{0x22, 0x22, 0x22, 0xff}
	Line    = color.RGBA{0xc8, 0xc8, 0xc8, 0xff} // between cells and around tiles
	NaN     = color.RGBA{0xb0, 0xb0, 0xb0, 0xff}
	Covered = color.RGBA{0xff, 0xdd, 0x8f, 0xff} // by a window
	Frame   = color.RGBA{0xe6, 0x9f, 0x00, 0xff} // of a window on a digit
	Padding = color.RGBA{0xec, 0xec, 0xec, 0xff}
	Correct = color.RGBA{0xd5, 0xe8, 0xd4, 0xff} // answers
)

// Tints tell four kinds apart. They differ in hue and in lightness.
var Tints = [4]color.RGBA{
	{0xff, 0xe3, 0xa3, 0xff}, // amber
	{0xa9, 0xcd, 0xe8, 0xff}, // blue
	{0xd3, 0xee, 0xc8, 0xff}, // green
	{0xe0, 0xb4, 0xcf, 0xff}, // purple
}

// ramp goes from the most negative to the most positive value over white: blue to red of
// ColorBrewer's RdBu, which colour-blind people tell apart as well.
var ramp = [5]color.RGBA{
	{0x21, 0x66, 0xac, 0xff},
	{0x92, 0xc5, 0xde, 0xff},
	Paper,
	{0xf4, 0xa5, 0x82, 0xff},
	{0xb2, 0x18, 0x2b, 0xff},
}

// Diverging returns the colour of v between −limit and limit.
func Diverging(v, limit float64) color.RGBA {
	if math.IsNaN(v) {
		return NaN
	}
	if limit == 0 { // then v is 0 or infinite
		limit = 1
	}
	at := 2 + 2*max(-1, min(1, v/limit)) // 0 to 4
	i := min(int(at), 3)
	return mix(ramp[i], ramp[i+1], at-float64(i))
}

// Pale returns a colour of the inner half of the ramp, on which numbers can be read.
func Pale(v, limit float64) color.RGBA {
	return Diverging(max(-limit, min(limit, v)), 2*limit)
}

// mix returns the colour that is part of the way, from 0 to 1, from a to b.
func mix(a, b color.RGBA, part float64) color.RGBA {
	channel := func(x, y uint8) uint8 {
		return uint8(math.Round(float64(x) + part*(float64(y)-float64(x))))
	}
	return color.RGBA{channel(a.R, b.R), channel(a.G, b.G), channel(a.B, b.B), 0xff}
}
