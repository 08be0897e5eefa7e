package picture_test

import (
	"image"
	"strings"
	"testing"

	"convnet.example/lesson/picture"
)

func TestFilm(t *testing.T) {
	var frames []image.Image
	for n := range 3 {
		k := matrix(2, 2)
		k[0][0], k[1][1] = float64(n), -2
		frames = append(frames, picture.MapSheet([][][]float64{k}, 1, 10))
	}
	g := picture.Film(frames, 20)
	if len(g.Image) != 3 || g.Delay[0] != 20 || g.Delay[2] != 200 || g.Image[0].Rect != frames[0].Bounds() {
		t.Errorf("%d frames, delays %v, the first covers %v", len(g.Image), g.Delay, g.Image[0].Rect)
	}
	if got, want := g.Image[2].At(5, 5), frames[2].At(5, 5); got != want {
		t.Errorf("the last frame has %v where the picture has %v", got, want)
	}
}

func TestFilmMisuse(t *testing.T) {
	small, large := image.NewGray(image.Rect(0, 0, 2, 2)), image.NewGray(image.Rect(0, 0, 3, 2))
	for want, pictures := range map[string][]image.Image{"got none": nil, "give them one size": {small, large}} {
		if got := panicOf(func() { picture.Film(pictures, 10) }); !strings.Contains(got, want) {
			t.Errorf("it panics with %q, want %q", got, want)
		}
	}
}
