package picture

import (
	"image"
	"image/color"

	"convnet.example/lesson/digits/mnist"
)

// Sheet returns digits side by side, columns to a row, dark ink on white paper with a
// thin line around each. Every pixel of a digit becomes scale × scale pixels. An image
// is [28, 28], as [mnist.Set.Image] returns it; Sheet panics if it has another size.
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
		if len(pixel) != mnist.Pixels {
			panicf("image %d has %d pixels: give Sheet images of %d×%d", i, len(pixel), mnist.Side, mnist.Side)
		}
	}
	s := newGrid(len(images), mnist.Side, mnist.Side, columns, scale)
	if len(captions) > 0 {
		s.caption = captionHeight
	}
	img := image.NewGray(s.bounds())
	s.draw(img, func(i, row, column int) color.Color { return color.Gray{255 - images[i][row*mnist.Side+column]} })
	for i, caption := range captions {
		writeText(img, s.captionOf(i), caption, captionSize)
	}
	return img
}

// Patch returns the ink of a square of a digit [28, 28], from row and column on, for
// [PatchSheet]: 0 is paper and 1 is ink. It panics if the square leaves the digit.
func Patch(digit []byte, row, column, side int) [][]float64 {
	if len(digit) != mnist.Pixels || side < 1 || min(row, column) < 0 || max(row, column)+side > mnist.Side {
		panicf("no square of %d pixels at %d, %d in an image of %d pixels", side, row, column, len(digit))
	}
	m := make([][]float64, side)
	for i := range m {
		for _, ink := range digit[(row+i)*mnist.Side+column:][:side] {
			m[i] = append(m[i], float64(ink)/255)
		}
	}
	return m
}

// PatchSheet returns pieces of digits, [n, h, w], side by side, columns to a row: 0 is white
// paper and 1 is ink. The tiles lie as those of [MapSheet] do, so that a row of patches can
// stand beside a kernel. PatchSheet panics if the patches differ in size.
func PatchSheet(patches [][][]float64, columns, scale int) image.Image {
	height, width := sizeOf(patches)
	s := newGrid(len(patches), height, width, columns, scale)
	s.gap = mapGap
	img := image.NewGray(s.bounds())
	s.draw(img, func(i, row, column int) color.Color {
		ink := max(0, min(1, patches[i][row][column]))
		return color.Gray{255 - uint8(255*ink+0.5)}
	})
	return img
}

// Pixels of the lines around tiles and between cells, and of the white between maps:
// a line alone would be lost among their colours.
const (
	lineWidth = 1
	mapGap    = 5
)
