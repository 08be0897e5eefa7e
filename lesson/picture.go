package lesson

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
)

// Sheet returns digits side by side, columns to a row, dark ink on white paper with a
// thin line around each. Every pixel of a digit becomes scale × scale pixels. An image
// is [28, 28], as [Digits.Image] returns it; Sheet panics if it has another size.
func Sheet(images [][]byte, columns, scale int) image.Image {
	return CaptionSheet(images, nil, columns, scale)
}

// CaptionSheet returns a sheet like [Sheet] with a short text under each digit, such as
// its label. A tile has room for about 4 · scale letters, which may be Latin, Greek or
// Cyrillic, arrows and signs; the font has no Chinese. CaptionSheet panics unless there
// is a caption for each image, or none at all.
func CaptionSheet(images [][]byte, captions []string, columns, scale int) image.Image {
	if len(captions) != 0 && len(captions) != len(images) {
		panicf("%d captions for %d images: give one for each", len(captions), len(images))
	}
	for i, pixel := range images {
		if len(pixel) != pixels {
			panicf("image %d has %d pixels: give Sheet images of %d×%d", i, len(pixel), Side, Side)
		}
	}
	s := newGrid(len(images), Side, Side, columns, scale)
	if len(captions) > 0 {
		s.caption = captionHeight
	}
	img := image.NewGray(s.bounds())
	s.draw(img, func(i, row, column int) color.Color { return color.Gray{255 - images[i][row*Side+column]} })
	for i, caption := range captions {
		writeText(img, s.captionOf(i), caption, captionSize)
	}
	return img
}

// MapSheet returns kernels or feature maps, [n, h, w], side by side, columns to a row:
// white is 0, red positive and blue negative. All share one scale, from minus to plus the
// largest absolute value, so that they can be compared. An infinite value has the colour
// of the largest, a NaN is grey. Every value becomes scale × scale pixels. MapSheet
// panics if the maps differ in size.
func MapSheet(maps [][][]float64, columns, scale int) image.Image {
	height, width := sizeOf(maps)
	limit := 0.0
	for _, m := range maps {
		limit = max(limit, largestOf(m))
	}
	s := newGrid(len(maps), height, width, columns, scale)
	s.gap = mapGap
	img := image.NewRGBA(s.bounds())
	s.draw(img, func(i, row, column int) color.Color { return diverging(maps[i][row][column], limit) })
	return img
}

// sizeOf returns the height and width that all maps have.
func sizeOf(maps [][][]float64) (height, width int) {
	for i, m := range maps {
		h, w := dimensions(fmt.Sprint("map ", i), m)
		if i == 0 {
			height, width = h, w
		}
		if h != height || w != width {
			panicf("map 0 is %d×%d and map %d is %d×%d: draw maps of one size on a sheet",
				height, width, i, h, w)
		}
	}
	return height, width
}

// grid is n tiles of height × width squares of scale pixels, columns to a row.
type grid struct {
	n, height, width, columns, scale int
	caption                          int // pixels below each tile
	gap                              int // pixels between tiles, beside the line
}

// Pixels of the lines around tiles and between cells, and of the white between maps:
// a line alone would be lost among their colours.
const (
	lineWidth = 1
	mapGap    = 5
)

// newGrid returns a grid without captions, no wider than its tiles need.
func newGrid(n, height, width, columns, scale int) grid {
	if columns < 1 || scale < 1 {
		panicf("%d columns at scale %d: both must be 1 or more", columns, scale)
	}
	return grid{n: n, height: height, width: width, columns: min(columns, max(n, 1)), scale: scale}
}

// step returns the pixels from one tile to the next, across and down.
func (s grid) step() image.Point {
	return image.Pt(s.width*s.scale+lineWidth+s.gap, s.height*s.scale+lineWidth+s.gap+s.caption)
}

// bounds returns the size of the grid. It is never empty, for a PNG cannot be.
func (s grid) bounds() image.Rectangle {
	rows := (s.n + s.columns - 1) / s.columns
	return image.Rect(0, 0, s.columns*s.step().X-s.gap+lineWidth, max(1, rows*s.step().Y-s.gap+lineWidth))
}

// tile returns the place of tile i, without its frame.
func (s grid) tile(i int) image.Rectangle {
	corner := image.Pt(i%s.columns*s.step().X+lineWidth, i/s.columns*s.step().Y+lineWidth)
	return image.Rectangle{corner, corner.Add(image.Pt(s.width*s.scale, s.height*s.scale))}
}

// captionOf returns the place of the caption of tile i.
func (s grid) captionOf(i int) image.Rectangle {
	t := s.tile(i)
	return image.Rect(t.Min.X, t.Max.Y+lineWidth, t.Max.X, t.Max.Y+s.caption)
}

// draw draws the tiles, whose squares have the colours that at returns, on white.
func (s grid) draw(dst draw.Image, at func(i, row, column int) color.Color) {
	fillRect(dst, dst.Bounds(), colours.paper)
	for i := range s.n {
		tile := s.tile(i)
		fillRect(dst, tile.Inset(-lineWidth), colours.line)
		for row := range s.height {
			for column := range s.width {
				corner := tile.Min.Add(image.Pt(column, row).Mul(s.scale))
				fillRect(dst, image.Rectangle{corner, corner.Add(image.Pt(s.scale, s.scale))}, at(i, row, column))
			}
		}
	}
}

// fillRect gives a rectangle one colour.
func fillRect(dst draw.Image, r image.Rectangle, c color.Color) {
	draw.Draw(dst, r, image.NewUniform(c), image.Point{}, draw.Src)
}
