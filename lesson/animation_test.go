package lesson_test

import (
	"bytes"
	"image"
	"image/draw"
	"image/gif"
	"testing"

	"convnet.example/lesson"
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
	g := lesson.WindowGIF(red, kernel, lesson.Window{})
	checkGolden(t, "windowgif_first", frame(g, 0), soft)
	checkGolden(t, "windowgif_5", frame(g, 5), soft)
}

func TestWindowGIFPictureWithPadding(t *testing.T) {
	g := lesson.WindowGIF(red, kernel, lesson.Window{Padding: 1})
	checkGolden(t, "windowgif_padding", frame(g, 8), soft)
}

func TestWindowStepsPicture(t *testing.T) {
	sobel := [][]float64{{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}}
	w := lesson.Window{Stride: 2, Padding: 1, Dilation: 2}
	checkGolden(t, "windowsteps", lesson.WindowSteps(red, sobel, w, [2]int{0, 0}, [2]int{1, 1}), soft)
}

// A kernel need not be square, and a step of no number is no picture.
func TestWindowStepsOfALine(t *testing.T) {
	line := [][]float64{{0.5, -0.5, 0, 1}}
	checkGolden(t, "windowsteps_line", lesson.WindowSteps(line, [][]float64{{1, -1}}, lesson.Window{}, [2]int{0, 1}), soft)
	if b := lesson.WindowSteps(line, line, lesson.Window{}).Bounds(); b.Empty() {
		t.Errorf("no step: %v is no size of a PNG", b)
	}
}

func TestSlideGIFPicture(t *testing.T) {
	g := lesson.SlideGIF(digits[0], below, lesson.Window{})
	checkGolden(t, "slidegif_first", frame(g, 0), soft)
	checkGolden(t, "slidegif_20", frame(g, 20), soft)
	padded := lesson.SlideGIF(digits[3], [][]float64{{1, -1, 1, -1, 1}}, lesson.Window{Padding: 2, Stride: 4})
	checkGolden(t, "slidegif_padding", frame(padded, 30), soft)
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
		{"the lecture's", lesson.WindowGIF(red, kernel, lesson.Window{}), 1 + 9, 100},
		{"with stride and padding", lesson.WindowGIF(red, kernel, lesson.Window{Stride: 2, Padding: 1}), 1 + 9, 100},
		{"with padding", lesson.WindowGIF(red, kernel, lesson.Window{Padding: 1}), 1 + 25, 60},
		{"one number", lesson.WindowGIF(kernel, kernel, lesson.Window{}), 1 + 1, 100},
		{"nothing changes", lesson.WindowGIF(matrix(9, 9), matrix(1, 1), lesson.Window{Stride: 8}), 1 + 4, 100},
		{"digit", lesson.SlideGIF(digits[2], below, lesson.Window{}), 1 + 26*2, 12},
		{"digit with stride", lesson.SlideGIF(digits[2], below, lesson.Window{Stride: 4}), 1 + 7*7, 12},
		{"digit with much padding", lesson.SlideGIF(digits[2], below, lesson.Window{Padding: 20}), 1 + 66, 12},
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
			func() { lesson.WindowGIF(matrix(11, 11), matrix(1, 1), lesson.Window{}) }},
		{"lesson: the kernel is empty: give it one number or more",
			func() { lesson.WindowGIF(red, nil, lesson.Window{}) }},
		{"lesson: no position 3, 0: the window has 3×3, from 0, 0",
			func() { lesson.WindowSteps(red, kernel, lesson.Window{}, [2]int{0, 0}, [2]int{3, 0}) }},
		{"lesson: the image has 3 pixels: give SlideGIF an image of 28×28",
			func() { lesson.SlideGIF([]byte{1, 2, 3}, below, lesson.Window{}) }},
		{"lesson: a 29×1 kernel with dilation 1 does not fit on a 28×28 image with padding 0: " +
			"use more padding or a smaller kernel",
			func() { lesson.SlideGIF(digits[0], matrix(29, 1), lesson.Window{}) }},
	} {
		if got := panicOf(test.call); got != test.want {
			t.Errorf("got  %v\nwant %s", got, test.want)
		}
	}
}
