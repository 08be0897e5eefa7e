package picture_test

import (
	"testing"

	"convnet.example/lesson/internal/golden"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/picture"
)

// lecture is the stack of windows of the lecture's network.
var lecture = []conv.Window{{Kernel: 5}, conv.Pool(2), {Kernel: 5}, conv.Pool(2)}

func TestReceptivePicture(t *testing.T) {
	golden.Check(t, "receptive", picture.ReceptiveField(digits[0], 1, 2, 8, lecture...), golden.Soft)
}

func TestReceptivePictureWithPadding(t *testing.T) {
	w := conv.Window{Kernel: 3, Padding: 1, Dilation: 2, Stride: 2}
	golden.Check(t, "receptive_padding", picture.ReceptiveField(digits[1], 0, 5, 6, w, w), golden.Soft)
}

func TestReceptivePictureMisuse(t *testing.T) {
	for _, test := range []struct {
		want string
		call func()
	}{
		{"lesson: no position 0, 4: behind 4 windows there are 4×4, from 0, 0",
			func() { picture.ReceptiveField(digits[0], 0, 4, 8, lecture...) }},
		{"lesson: no position -1, 0: behind 4 windows there are 4×4, from 0, 0",
			func() { picture.ReceptiveField(digits[0], -1, 0, 8, lecture...) }},
		{"lesson: no position 0, 0: behind 1 windows there are 0×0, from 0, 0",
			func() { picture.ReceptiveField(digits[0], 0, 0, 8, conv.Window{Kernel: 29}) }},
		{"lesson: no position 28, 0: behind 0 windows there are 28×28, from 0, 0",
			func() { picture.ReceptiveField(digits[0], 28, 0, 8) }},
		{"lesson: scale 0: it must be 1 or more",
			func() { picture.ReceptiveField(digits[0], 0, 0, 0, lecture...) }},
		{"lesson: the image has 2 pixels: give ReceptiveField an image of 28×28",
			func() { picture.ReceptiveField([]byte{1, 2}, 0, 0, 8, lecture...) }},
	} {
		if got := panicOf(test.call); got != test.want {
			t.Errorf("got  %v\nwant %s", got, test.want)
		}
	}
}

// Without windows a number is a pixel, and nothing is drawn around it.
func TestReceptivePictureOfNothing(t *testing.T) {
	if b := picture.ReceptiveField(digits[0], 27, 27, 1).Bounds(); b.Empty() {
		t.Errorf("%v", b)
	}
}
