package picture_test

import (
	"testing"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture"
)

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

func TestGrid(t *testing.T) {
	if got := picture.Grid([]float32{1, 2, 3, 4, 5, 6}, 3); len(got) != 2 || got[1][0] != 4 || got[1][2] != 6 {
		t.Errorf("got %v", got)
	}
}

// The last sheet comes first, and then all of them, on one scale.
func TestMapFilmPicture(t *testing.T) {
	var sheets [][][][]float64
	for n := range 3 {
		v := float64(n + 1)
		sheets = append(sheets, [][][]float64{{{v, 0}, {0, -v}}, {{-v, v}, {v, 0}}})
	}
	g := picture.MapFilm(sheets, 2, 10)
	if len(g.Image) != 4 {
		t.Fatalf("%d frames for 3 sheets, want one more", len(g.Image))
	}
	golden.Check(t, "mapfilm_first", frame(g, 0), golden.Exact)
	golden.Check(t, "mapfilm_1", frame(g, 1), golden.Exact)
}
