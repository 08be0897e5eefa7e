package picture

import (
	"convnet.example/lesson/internal/colour"
	"image"
	"image/color"
	"testing"
)

func TestSideBySide(t *testing.T) {
	blue := color.RGBA{0, 0, 255, 255}
	small := image.NewRGBA(image.Rect(5, 7, 8, 9)) // 3×2 pixels that do not begin at 0, 0
	fillRect(small, small.Rect, blue)
	high := image.NewGray(image.Rect(0, 0, 2, 6)) // black
	row := sideBySide([]image.Image{small, high})
	if want := image.Rect(0, 0, 3+gap+2, 6); row.Bounds() != want {
		t.Fatalf("bounds %v, want %v", row.Bounds(), want)
	}
	for y := range 6 {
		for x := range 3 + gap + 2 {
			want := colour.Paper
			switch {
			case x < 3 && y < 2:
				want = blue
			case x >= 3+gap:
				want = color.RGBA{0, 0, 0, 255}
			}
			if got := row.RGBAAt(x, y); got != want {
				t.Fatalf("pixel %d, %d is %v, want %v", x, y, got, want)
			}
		}
	}
}
