package picture

import (
	"fmt"
	"image"
	"image/color"

	"convnet.example/lesson/internal/matrix"
	"convnet.example/lesson/picture/internal/colour"
)

// MapSheet returns kernels or feature maps, [n, h, w], side by side, columns to a row:
// white is 0, red positive and blue negative. All share one scale, from minus to plus the
// largest absolute value, so that they can be compared. An infinite value has the colour
// of the largest, a NaN is grey. Every value becomes scale × scale pixels. MapSheet
// panics if the maps differ in size.
func MapSheet(maps [][][]float64, columns, scale int) image.Image {
	height, width := sizeOf(maps)
	limit := 0.0
	for _, m := range maps {
		limit = max(limit, matrix.Largest(m))
	}
	s := newGrid(len(maps), height, width, columns, scale)
	s.gap = mapGap
	img := image.NewRGBA(s.bounds())
	s.draw(img, func(i, row, column int) color.Color { return colour.Diverging(maps[i][row][column], limit) })
	return img
}

// sizeOf returns the height and width that all maps have.
func sizeOf(maps [][][]float64) (height, width int) {
	for i, m := range maps {
		h, w := matrix.Size(fmt.Sprint("map ", i), m)
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
