package picture_test

import (
	"bytes"
	"image"
	"image/draw"
	"image/gif"
	"testing"

	"convnet.example/lesson/internal/golden"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/picture"
)

// The lecture's three rows of a kernel that finds where ink begins below paper.
var below = [][]float64{{-1, -1, -1}, {0, 0, 0}, {1, 1, 1}}

// frame returns what an animation shows at frame n.
func frame(g *gif.GIF, n int) image.Image {
	canvas := image.NewRGBA(image.Rect(0, 0, g.Config.Width, g.Config.Height))
	for _, f := range g.Image[:n+1] {
		draw.Draw(canvas, f.Rect, f, f.Rect.Min, draw.Over)
	}
	return canvas
}

func TestWindowGIFPicture(t *testing.T) {
	g := picture.WindowGIF(red, kernel, conv.Window{})
	golden.Check(t, "windowgif_first", frame(g, 0), golden.Soft)
	golden.Check(t, "windowgif_5", frame(g, 5), golden.Soft)
}

func TestWindowGIFPictureWithPadding(t *testing.T) {
	g := picture.WindowGIF(red, kernel, conv.Window{Padding: 1})
	golden.Check(t, "windowgif_padding", frame(g, 8), golden.Soft)
}

func TestWindowStepsPicture(t *testing.T) {
	sobel := [][]float64{{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}}
	w := conv.Window{Stride: 2, Padding: 1, Dilation: 2}
	golden.Check(t, "windowsteps", picture.WindowSteps(red, sobel, w, [2]int{0, 0}, [2]int{1, 1}), golden.Soft)
}

// A kernel need not be square, and a step of no number is no picture.
func TestWindowStepsOfALine(t *testing.T) {
	line := [][]float64{{0.5, -0.5, 0, 1}}
	golden.Check(t, "windowsteps_line", picture.WindowSteps(line, [][]float64{{1, -1}}, conv.Window{}, [2]int{0, 1}), golden.Soft)
	if b := picture.WindowSteps(line, line, conv.Window{}).Bounds(); b.Empty() {
		t.Errorf("no step: %v is no size of a PNG", b)
	}
}

func TestSlideGIFPicture(t *testing.T) {
	g := picture.SlideGIF(digits[0], below, conv.Window{})
	golden.Check(t, "slidegif_first", frame(g, 0), golden.Soft)
	golden.Check(t, "slidegif_20", frame(g, 20), golden.Soft)
	padded := picture.SlideGIF(digits[3], [][]float64{{1, -1, 1, -1, 1}}, conv.Window{Padding: 2, Stride: 4})
	golden.Check(t, "slidegif_padding", frame(padded, 30), golden.Soft)
}

// Animations are small, go on for ever and rest at the end, where they show what the first
// frame shows but for the window.
func TestAnimations(t *testing.T) {
	for _, test := range []struct {
		name   string
		g      *gif.GIF
		frames int
		delay  int
	}{
		{"the lecture's", picture.WindowGIF(red, kernel, conv.Window{}), 1 + 9, 100},
		{"with stride and padding", picture.WindowGIF(red, kernel, conv.Window{Stride: 2, Padding: 1}), 1 + 9, 100},
		{"with padding", picture.WindowGIF(red, kernel, conv.Window{Padding: 1}), 1 + 25, 60},
		{"one number", picture.WindowGIF(kernel, kernel, conv.Window{}), 1 + 1, 100},
		{"nothing changes", picture.WindowGIF(matrix(9, 9), matrix(1, 1), conv.Window{Stride: 8}), 1 + 4, 100},
		{"digit", picture.SlideGIF(digits[2], below, conv.Window{}), 1 + 26*2, 12},
		{"digit with stride", picture.SlideGIF(digits[2], below, conv.Window{Stride: 4}), 1 + 7*7, 12},
		{"digit with much padding", picture.SlideGIF(digits[2], below, conv.Window{Padding: 20}), 1 + 66, 12},
	} {
		last := len(test.g.Image) - 1
		if last != test.frames-1 || test.g.Delay[0] != test.delay || test.g.Delay[last] != 200 || test.g.LoopCount != 0 {
			t.Errorf("%s: %d frames, delays %v, loop count %d", test.name, last+1, test.g.Delay, test.g.LoopCount)
		}
		var b bytes.Buffer
		if err := gif.EncodeAll(&b, test.g); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		back, err := gif.DecodeAll(&b)
		if err != nil || len(back.Image) != test.frames {
			t.Fatalf("%s: %v", test.name, err)
		}
		if got, want := frame(back, last).(*image.RGBA), frame(test.g, last).(*image.RGBA); !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("%s: the last frame changes when it is written and read", test.name)
		}
	}
}

func TestAnimationMisuse(t *testing.T) {
	for _, test := range []struct {
		want string
		call func()
	}{
		{"lesson: the output has 121 numbers: more than 100 are too long to watch, use SlideGIF or a larger stride",
			func() { picture.WindowGIF(matrix(11, 11), matrix(1, 1), conv.Window{}) }},
		{"lesson: the kernel is empty: give it one number or more",
			func() { picture.WindowGIF(red, nil, conv.Window{}) }},
		{"lesson: no position 3, 0: the window has 3×3, from 0, 0",
			func() { picture.WindowSteps(red, kernel, conv.Window{}, [2]int{0, 0}, [2]int{3, 0}) }},
		{"lesson: the image has 3 pixels: give SlideGIF an image of 28×28",
			func() { picture.SlideGIF([]byte{1, 2, 3}, below, conv.Window{}) }},
		{"lesson: a 29×1 kernel with dilation 1 does not fit on a 28×28 image with padding 0: " +
			"use more padding or a smaller kernel",
			func() { picture.SlideGIF(digits[0], matrix(29, 1), conv.Window{}) }},
	} {
		if got := panicOf(test.call); got != test.want {
			t.Errorf("got  %v\nwant %s", got, test.want)
		}
	}
}
