package drawn_test

import (
	"fmt"
	"strings"
	"testing"

	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/digits/mnist"
)

// A vertical stroke of two signs is 4×2 pixels at the middle of the image, wherever it was
// drawn: its centre of mass, 1⅔ rows below its top, lies in row 14.
func ExampleText() {
	img := drawn.Text(`
.
...#
...+`)
	for row := 12; row < 18; row++ {
		fmt.Println(img[row*mnist.Side+12 : row*mnist.Side+16])
	}
	// Output:
	// [0 0 0 0]
	// [0 255 255 0]
	// [0 255 255 0]
	// [0 128 128 0]
	// [0 128 128 0]
	// [0 0 0 0]
}

// The largest drawing fits, a larger one does not, and no ink is paper.
func TestTextSizes(t *testing.T) {
	full := strings.TrimSuffix(strings.Repeat(strings.Repeat("#", 10)+"\n", 10), "\n")
	ink := 0
	for _, v := range drawn.Text(full) {
		ink += int(v) / 255
	}
	if ink != 400 {
		t.Errorf("%d pixels of ink, want 20×20", ink)
	}
	for _, drawing := range []string{"", "   ", "\n\n"} {
		if img := drawn.Text(drawing); len(img) != mnist.Pixels || strings.Trim(string(img), "\x00") != "" {
			t.Errorf("%q is not paper", drawing)
		}
	}
	defer func() {
		if said := fmt.Sprint(recover()); !strings.Contains(said, "row 10, column 0: draw it in 10 rows and 10 columns") {
			t.Errorf("eleven rows: %s", said)
		}
	}()
	drawn.Text(full + "\n#")
}
