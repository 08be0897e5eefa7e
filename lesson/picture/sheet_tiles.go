package picture

import (
	"convnet.example/lesson/internal/colour"
	"image"
	"image/color"
	"image/draw"
)

// grid is n tiles of height × width squares of scale pixels, columns to a row.
type grid struct {
	n, height, width, columns, scale int
	caption                          int // pixels below each tile
	gap                              int // pixels between tiles, beside the line
}

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
	fillRect(dst, dst.Bounds(), colour.Paper)
	for i := range s.n {
		tile := s.tile(i)
		fillRect(dst, tile.Inset(-lineWidth), colour.Line)
		for row := range s.height {
			for column := range s.width {
				corner := tile.Min.Add(image.Pt(column, row).Mul(s.scale))
				fillRect(dst, image.Rectangle{corner, corner.Add(image.Pt(s.scale, s.scale))}, at(i, row, column))
			}
		}
	}
}
