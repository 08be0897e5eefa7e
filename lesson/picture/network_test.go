package picture_test

import (
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture"
)

func TestNetworkPicture(t *testing.T) {
	names := []string{"image", "conv1", "pool1", "relu1", "conv2", "pool2", "relu2", "flatten", "fc"}
	shapes := [][]int{{1, 28, 28}, {10, 24, 24}, {10, 12, 12}, {10, 12, 12}, {20, 8, 8}, {20, 4, 4}, {20, 4, 4}, {320}, {10}}
	golden.Check(t, "network", picture.Network(names, shapes, 4), golden.Soft)
}

func TestNetworkPictureMisuse(t *testing.T) {
	for _, test := range []struct {
		want string
		call func()
	}{
		{"lesson: 1 names for 0 shapes: give one for each, and at least one",
			func() { picture.Network([]string{"image"}, nil, 3) }},
		{"lesson: 0 names for 0 shapes: give one for each, and at least one",
			func() { picture.Network(nil, nil, 3) }},
		{"lesson: fc has the shape [1 10]: give [c, h, w] for maps or [n] for a row of numbers",
			func() { picture.Network([]string{"fc"}, [][]int{{1, 10}}, 3) }},
		{"lesson: conv3 has the shape [40 0 0]: all sides must be 1 or more",
			func() { picture.Network([]string{"conv3"}, [][]int{{40, 0, 0}}, 3) }},
		{"lesson: scale 0: it must be 1 or more",
			func() { picture.Network([]string{"fc"}, [][]int{{10}}, 0) }},
	} {
		if got := panicOf(test.call); got != test.want {
			t.Errorf("got  %v\nwant %s", got, test.want)
		}
	}
}

// Numbers alone, without a map to measure their columns by, are one row of columns.
func TestNetworkPictureOfNumbers(t *testing.T) {
	if b := picture.Network([]string{"fc"}, [][]int{{30}}, 2).Bounds(); b.Dx() != 60+12 {
		t.Errorf("%v", b)
	}
}
