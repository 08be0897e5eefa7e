package picture

import (
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"slices"

	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/internal/matrix"
	"convnet.example/lesson/picture/internal/film"
)

// MapSheet returns kernels or feature maps, [n, h, w], side by side, columns to a row:
// white is 0, red positive and blue negative. All share one scale, from minus to plus the
// largest absolute value, so that they can be compared. An infinite value has the colour
// of the largest, a NaN is grey. Every value becomes scale × scale pixels. MapSheet
// panics if the maps differ in size.
func MapSheet(maps [][][]float64, columns, scale int) image.Image {
	return drawMaps(maps, largestOf(maps), columns, scale)
}

// Grid makes a map of numbers that lie in a row, as a lesson.Probe returns them: [h·w] →
// [h, w], for a sheet. It panics if they do not fill whole rows.
func Grid[T float32 | float64](values []T, width int) [][]float64 {
	if width < 1 || len(values)%width != 0 {
		panicf("%d values do not make rows of %d", len(values), width)
	}
	var m [][]float64
	for row := range slices.Chunk(values, width) {
		m = append(m, nil)
		for _, v := range row {
			m[len(m)-1] = append(m[len(m)-1], float64(v))
		}
	}
	return m
}

// MapFilm returns an animation of sheets like those of [MapSheet], such as the kernels of a
// network that learns: a frame for each of the sheets, [frames, n, h, w]. All frames share
// one scale. The first frame shows the last sheet, for viewers that show nothing else, and
// the last one stays for two seconds. MapFilm panics if there is no sheet, or if the sheets
// differ in the number or size of their maps.
func MapFilm(sheets [][][][]float64, columns, scale int) *gif.GIF {
	const colours, delay = 255, 30
	if len(sheets) == 0 {
		panicf("there is no sheet to film: give MapFilm one or more")
	}
	for i, maps := range sheets {
		if len(maps) != len(sheets[0]) {
			panicf("sheet 0 has %d maps and sheet %d has %d: film sheets of one size", len(sheets[0]), i, len(maps))
		}
	}
	all := slices.Concat(sheets...)
	sizeOf(all)
	limit := largestOf(all)
	frames := []*image.RGBA{drawMaps(sheets[len(sheets)-1], limit, columns, scale)}
	for _, maps := range sheets {
		frames = append(frames, drawMaps(maps, limit, columns, scale))
	}
	return film.Animate(frames, colours, delay)
}

// drawMaps draws a sheet on a scale from minus to plus the limit.
func drawMaps(maps [][][]float64, limit float64, columns, scale int) *image.RGBA {
	height, width := sizeOf(maps)
	s := newGrid(len(maps), height, width, columns, scale)
	s.gap = mapGap
	img := image.NewRGBA(s.bounds())
	s.draw(img, func(i, row, column int) color.Color { return colour.Diverging(maps[i][row][column], limit) })
	return img
}

// largestOf returns the largest absolute value of all maps.
func largestOf(maps [][][]float64) (limit float64) {
	for _, m := range maps {
		limit = max(limit, matrix.Largest(m))
	}
	return limit
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
