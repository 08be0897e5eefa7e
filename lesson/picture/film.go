package picture

import (
	"image"
	"image/draw"
	"image/gif"

	"convnet.example/lesson/picture/internal/film"
)

// Film returns an animation of pictures of one size, each shown for delay hundredths of a
// second and the last for two seconds: kernels as they learn, for [ShowGIF]. It panics if
// there are no pictures, or if they differ in size.
func Film(pictures []image.Image, delay int) *gif.GIF {
	if len(pictures) == 0 {
		panicf("a film needs pictures: got none")
	}
	var frames []*image.RGBA
	for i, p := range pictures {
		if size, first := p.Bounds().Size(), pictures[0].Bounds().Size(); size != first {
			panicf("picture 0 of the film is %v pixels and picture %d is %v: give them one size", first, i, size)
		}
		frame := image.NewRGBA(image.Rectangle{Max: p.Bounds().Size()})
		draw.Draw(frame, frame.Rect, p, p.Bounds().Min, draw.Src)
		frames = append(frames, frame)
	}
	const colours = 255
	return film.Animate(frames, colours, delay)
}
