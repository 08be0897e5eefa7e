// Package fakephoto paints pictures of digits as people take them, for tests.
package fakephoto

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// strokes are the ten digits as lines from point to point, in a box of 100 × 160.
var strokes = [10][][][2]float64{
	{{{50, 0}, {20, 20}, {5, 80}, {20, 140}, {50, 160}, {80, 140}, {95, 80}, {80, 20}, {50, 0}}},
	{{{25, 35}, {55, 0}, {55, 160}}},
	{{{8, 35}, {30, 5}, {65, 3}, {88, 28}, {82, 65}, {8, 157}, {95, 157}}},
	{{{10, 15}, {50, 0}, {85, 20}, {80, 60}, {45, 75}, {85, 92}, {90, 130}, {55, 158}, {8, 142}}},
	{{{65, 0}, {8, 105}, {98, 105}}, {{70, 60}, {70, 160}}},
	{{{90, 3}, {20, 3}, {15, 68}, {55, 62}, {92, 90}, {88, 135}, {50, 158}, {8, 142}}},
	{{{75, 3}, {30, 45}, {10, 105}, {25, 150}, {60, 157}, {88, 125}, {75, 88}, {40, 85}, {13, 108}}},
	{{{5, 5}, {95, 5}, {40, 160}}},
	{{{50, 75}, {15, 45}, {30, 8}, {65, 5}, {82, 38}, {50, 75}, {12, 118}, {30, 155}, {70, 155}, {90, 118}, {50, 75}}},
	{{{85, 45}, {55, 75}, {18, 55}, {22, 15}, {58, 2}, {85, 25}, {85, 45}, {75, 160}}},
}

// A Scene says how a digit is painted.
type Scene struct {
	Name          string
	Width, Height int
	X, Y, Scale   float64 // of the box
	Pen           float64 // radius
	Ink, Paper    color.NRGBA
	Shade         float64 // how much less light falls at the right edge
	Noise         float64
}

// Scenes are drawings and photos, three of each digit make thirty.
var Scenes = []Scene{
	{"a photo in light from the left", 640, 480, 250, 90, 1.7, 8, color.NRGBA{40, 40, 70, 255}, color.NRGBA{235, 230, 215, 255}, 0.4, 0.03},
	{"chalk on a board, off the middle", 300, 400, 20, 30, 1.4, 7, color.NRGBA{230, 230, 220, 255}, color.NRGBA{30, 60, 45, 255}, 0.1, 0.05},
	{"a fine red pen on a clear ground", 500, 500, 150, 60, 2.2, 3, color.NRGBA{200, 20, 20, 255}, color.NRGBA{0, 0, 0, 0}, 0, 0},
}

// Paint paints a digit.
func (s Scene) Paint(digit int, r *rand.Rand) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, s.Width, s.Height))
	for y := range s.Height {
		for x := range s.Width {
			near := math.Inf(1)
			for _, line := range strokes[digit] {
				for i := range line[1:] {
					near = min(near, distance((float64(x)-s.X)/s.Scale, (float64(y)-s.Y)/s.Scale, line[i], line[i+1])*s.Scale)
				}
			}
			img.SetNRGBA(x, y, s.mix(max(0, min(1, s.Pen+0.5-near)), 1-s.Shade*float64(x)/float64(s.Width)+s.Noise*r.NormFloat64()))
		}
	}
	return img
}

func (s Scene) mix(ink, light float64) color.NRGBA {
	of := func(a, b uint8, light float64) uint8 {
		return uint8(max(0, min(255, light*(ink*float64(a)+(1-ink)*float64(b)))))
	}
	return color.NRGBA{of(s.Ink.R, s.Paper.R, light), of(s.Ink.G, s.Paper.G, light), of(s.Ink.B, s.Paper.B, light), of(s.Ink.A, s.Paper.A, 1)}
}

func distance(x, y float64, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := max(0, min(1, ((x-a[0])*dx+(y-a[1])*dy)/(dx*dx+dy*dy)))
	return math.Hypot(x-a[0]-t*dx, y-a[1]-t*dy)
}
