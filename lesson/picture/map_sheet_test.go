package picture_test

import (
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture"
)

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
