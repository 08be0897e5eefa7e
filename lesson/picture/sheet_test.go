package picture_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"convnet.example/lesson/internal/golden"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/picture"
)

// stroke returns a digit of straight lines: corners are x, y from 0 to 27.
func stroke(corners ...[2]float64) []byte {
	pixels := make([]byte, mnist.Side*mnist.Side)
	for i := range pixels {
		x, y, near := float64(i%mnist.Side), float64(i/mnist.Side), math.Inf(1)
		for c := 1; c < len(corners); c++ {
			near = min(near, distance(x, y, corners[c-1], corners[c]))
		}
		pixels[i] = 51 * byte(math.Round(5*max(0, min(1, 2.5-near)))) // few greys: none is on the edge
	}
	return pixels
}

// distance returns how far x, y is from the line from a to b.
func distance(x, y float64, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	along := ((x-a[0])*dx + (y-a[1])*dy) / (dx*dx + dy*dy)
	along = max(0, min(1, along))
	return math.Hypot(x-a[0]-along*dx, y-a[1]-along*dy)
}

var digits = [][]byte{
	stroke([2]float64{7, 6}, [2]float64{20, 6}, [2]float64{12, 22}),
	stroke([2]float64{15, 5}, [2]float64{12, 22}),
	stroke([2]float64{14, 5}, [2]float64{20, 13}, [2]float64{13, 22}, [2]float64{7, 14}, [2]float64{14, 5}),
	stroke([2]float64{14, 5}, [2]float64{7, 15}, [2]float64{20, 15}, [2]float64{16, 8}, [2]float64{16, 23}),
	stroke([2]float64{8, 8}, [2]float64{18, 7}, [2]float64{8, 21}, [2]float64{20, 20}),
}

func TestSheetPicture(t *testing.T) {
	golden.Check(t, "sheet", picture.Sheet(digits, 3, 2), golden.Exact)
}

func TestCaptionSheetPicture(t *testing.T) {
	captions := []string{"7 → 2", "1 → 7", "0 → 6", "4 → 9", "2 → 7"}
	golden.Check(t, "captions", picture.CaptionSheet(digits, captions, 5, 3), golden.Soft)
}

func TestMapSheetPicture(t *testing.T) {
	x := matrix(mnist.Side, mnist.Side)
	for i, ink := range digits[0] {
		x[i/mnist.Side][i%mnist.Side] = float64(ink) / 255
	}
	down := [][]float64{{-1, -1, -1}, {0, 0, 0}, {1, 1, 1}}
	across := [][]float64{{-1, 0, 1}, {-1, 0, 1}, {-1, 0, 1}}
	maps := [][][]float64{
		conv.Correlate(x, down, conv.Window{}),
		conv.Correlate(x, across, conv.Window{}),
		matrix(26, 26),
	}
	maps[2][10][10], maps[2][12][12], maps[2][14][14] = nan, math.Inf(1), math.Inf(-1)
	golden.Check(t, "maps", picture.MapSheet(maps, 2, 3), golden.Exact)
}

// Each pixel becomes a square of its own grey, ink dark, with a line around the digit.
func TestSheetPixels(t *testing.T) {
	const scale = 3
	sheet := picture.Sheet(digits[:2], 9, scale)
	if got, want := sheet.Bounds(), image.Rect(0, 0, 2*(28*scale+1)+1, 28*scale+2); got != want {
		t.Fatalf("bounds %v, want %v", got, want)
	}
	for i, digit := range digits[:2] {
		for p, ink := range digit {
			for s := range scale * scale {
				x := 1 + i*(28*scale+1) + p%28*scale + s%scale
				y := 1 + p/28*scale + s/scale
				if got := sheet.At(x, y).(color.Gray).Y; got != 255-ink {
					t.Fatalf("digit %d, pixel %d: grey %d, want %d", i, p, got, 255-ink)
				}
			}
		}
	}
}

// The colours of values, all on one scale.
func TestMapSheetColours(t *testing.T) {
	values := []float64{0, 2, -2, 1, -1, nan, math.Inf(1), math.Inf(-1)}
	var maps [][][]float64
	for _, v := range values {
		maps = append(maps, [][]float64{{v}})
	}
	want := []color.RGBA{
		{0xff, 0xff, 0xff, 0xff},
		{0xb2, 0x18, 0x2b, 0xff}, {0x21, 0x66, 0xac, 0xff},
		{0xf4, 0xa5, 0x82, 0xff}, {0x92, 0xc5, 0xde, 0xff},
		{0xb0, 0xb0, 0xb0, 0xff},
		{0xb2, 0x18, 0x2b, 0xff}, {0x21, 0x66, 0xac, 0xff},
	}
	sheet := picture.MapSheet(maps, len(maps), 4)
	for i := range maps {
		x := i*(sheet.Bounds().Dx()+5)/len(maps) + 2
		if got := sheet.At(x, 2); got != want[i] {
			t.Errorf("%v has colour %v, want %v", values[i], got, want[i])
		}
	}
}

// Whatever is empty or all alike still makes a PNG.
func TestEmptyPictures(t *testing.T) {
	pictures := map[string]image.Image{
		"no digits":     picture.Sheet(nil, 5, 2),
		"no maps":       picture.MapSheet(nil, 5, 2),
		"empty map":     picture.MapSheet([][][]float64{{}}, 5, 2),
		"zero map":      picture.MapSheet([][][]float64{matrix(2, 2)}, 5, 2),
		"infinite map":  picture.MapSheet([][][]float64{{{math.Inf(1)}}}, 5, 2),
		"no matrix":     picture.Matrix(nil),
		"empty rows":    picture.Matrix([][]float64{{}, {}}),
		"nothing known": picture.Matrix([][]float64{{nan}}),
		"nothing found": picture.Confusion([10][10]int{}),
	}
	for name, picture := range pictures {
		if err := png.Encode(&bytes.Buffer{}, picture); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPictureMisuse(t *testing.T) {
	tests := []struct {
		want string
		call func()
	}{
		{"lesson: image 1 has 3 pixels: give Sheet images of 28×28",
			func() { picture.Sheet([][]byte{digits[0], {1, 2, 3}}, 1, 1) }},
		{"lesson: 1 captions for 5 images: give one for each",
			func() { picture.CaptionSheet(digits, []string{"7"}, 1, 1) }},
		{"lesson: 0 columns at scale 2: both must be 1 or more", func() { picture.Sheet(digits, 0, 2) }},
		{"lesson: 2 columns at scale 0: both must be 1 or more", func() { picture.MapSheet(nil, 2, 0) }},
		{"lesson: map 0 is 2×3 and map 1 is 2×2: draw maps of one size on a sheet",
			func() { picture.MapSheet([][][]float64{matrix(2, 3), matrix(2, 2)}, 1, 1) }},
		{"lesson: map 0 is 2×3 and map 1 is 3×3: draw maps of one size on a sheet",
			func() { picture.MapSheet([][][]float64{matrix(2, 3), matrix(3, 3)}, 1, 1) }},
		{"lesson: map 0 has 2 numbers in row 0 and 1 in row 1: make all rows equally long",
			func() { picture.MapSheet([][][]float64{{{1, 2}, {3}}}, 1, 1) }},
		{"lesson: no square of 5 pixels at 24, 0 in an image of 784 pixels", func() { picture.Patch(digits[0], 24, 0, 5) }},
		{"lesson: 5 values do not make rows of 2", func() { picture.Grid(make([]float64, 5), 2) }},
		{"lesson: there is no sheet to film: give MapFilm one or more", func() { picture.MapFilm(nil, 1, 1) }},
		{"lesson: sheet 0 has 1 maps and sheet 1 has 0: film sheets of one size",
			func() { picture.MapFilm([][][][]float64{{matrix(2, 2)}, {}}, 1, 1) }},
		{"lesson: the matrix has 1 numbers in row 0 and 2 in row 1: make all rows equally long",
			func() { picture.Matrix([][]float64{{1}, {2, 3}}) }},
		{"lesson: no position 0, 3: the window has 3×3, from 0, 0",
			func() { picture.Window(red, conv.Window{Kernel: 3}, 0, 3) }},
		{"lesson: no position -1, 0: the window has 3×3, from 0, 0",
			func() { picture.Window(red, conv.Window{Kernel: 3}, -1, 0) }},
	}
	for _, test := range tests {
		if got := panicOf(test.call); got != test.want {
			t.Errorf("got  %v\nwant %s", got, test.want)
		}
	}
}

// A pale stroke and a dark one.
func TestPatchSheetPicture(t *testing.T) {
	patches := [][][]float64{{{0, 0.4, 0}, {0, 0.4, 0}, {0, 0.4, 0}}, {{0, 0, 0}, {1, 1, 1}, {0, 0, 0}}}
	golden.Check(t, "patches", picture.PatchSheet(patches, 2, 8), golden.Exact)
}

// A piece of the bar of the first digit, a 7.
func TestPatch(t *testing.T) {
	patch := picture.Patch(digits[0], 6, 4, 3)
	for i := range 3 {
		for j := range 3 {
			if want := float64(digits[0][(6+i)*mnist.Side+4+j]) / 255; patch[i][j] != want {
				t.Errorf("pixel %d, %d is %v, want %v", i, j, patch[i][j], want)
			}
		}
	}
	if whole := picture.Patch(digits[0], 0, 0, mnist.Side); len(whole) != mnist.Side || len(whole[27]) != mnist.Side {
		t.Error("the whole digit is not 28×28")
	}
}
