package picture

import (
	"image"
	"image/draw"

	"convnet.example/lesson/internal/colour"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
)

// Sizes of letters, in pixels.
const (
	numberSize    = 17
	captionSize   = 13
	captionHeight = 20
)

// fonts are those that gonum/plot brings along.
var fonts = font.NewCache(liberation.Collection())

// face returns the sans-serif letters of a size in pixels.
func face(size float64) xfont.Face {
	const dpi = 72 // at which a point is a pixel
	f := fonts.Lookup(font.Font{Typeface: "Liberation", Variant: "Sans"}, font.Points(size))
	return f.FontFace(dpi)
}

// textWidth returns the pixels that a text takes across.
func textWidth(text string, size float64) int {
	return xfont.MeasureString(face(size), text).Ceil()
}

// writeText writes a text in the middle of a rectangle. Digits and capitals stand in the middle
// of its height, as they have no part below the line.
func writeText(dst draw.Image, r image.Rectangle, text string, size float64) {
	pen := xfont.Drawer{Dst: dst, Src: image.NewUniform(colour.Text), Face: face(size)}
	height := pen.Face.Metrics().CapHeight
	pen.Dot = fixed.Point26_6{
		X: middle(r.Min.X, r.Max.X) - pen.MeasureString(text)/2,
		Y: fixed.I((middle(r.Min.Y, r.Max.Y) + height/2).Round()), // on a whole pixel: crisp
	}
	pen.DrawString(text)
}

// middle returns the middle between two pixels.
func middle(low, high int) fixed.Int26_6 { return fixed.I(low+high) / 2 }
