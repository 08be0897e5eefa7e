package picture

import (
	"image"
	"image/color"
	"image/gif"
	"math"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/internal/matrix"
	"convnet.example/lesson/picture/internal/film"
)

// SlideGIF returns an animation of [conv.Correlate] on a digit [28, 28], as [mnist.Set.Image] returns
// it, whose ink counts as 1 and whose paper as 0. The window goes over the digit, inside its
// padding, and the feature map grows: red is positive and blue negative, as in [MapSheet],
// and what is grey is not known yet. The window jumps over several positions at a time.
//
// The first frame shows the whole map, for viewers that show nothing else. The last one stays
// for two seconds. SlideGIF panics as Correlate does, and if the image has another size.
func SlideGIF(image []byte, kernel [][]float64, w conv.Window) *gif.GIF {
	const colours, delay = 255, 12
	return film.Animate(newSlide(image, kernel, w).frames(), colours, delay)
}

// A slide is a digit, a kernel and their feature map, drawn as an equation without numbers.
type slide struct {
	digit        []byte
	kernel, y    [][]float64
	down, across conv.Window // the window in either direction
	equation     equation
}

// Pixels on a side of a pixel of the digit or of the map, and of a weight.
const (
	pixelSide  = 8
	weightSide = 15
	frameWidth = 2
)

func newSlide(digit []byte, kernel [][]float64, w conv.Window) *slide {
	if len(digit) != mnist.Pixels {
		panicf("the image has %d pixels: give SlideGIF an image of %d×%d", len(digit), mnist.Side, mnist.Side)
	}
	x := matrix.Zeros(mnist.Side, mnist.Side)
	for i, ink := range digit {
		x[i/mnist.Side][i%mnist.Side] = float64(ink) / 255
	}
	s := &slide{digit: digit, kernel: kernel, y: conv.Correlate(x, kernel, w)}
	s.down, s.across = w.Sides(kernel)
	side := mnist.Side + 2*s.down.Padding
	s.equation = newEquation([]string{"image", "kernel", "feature map"},
		squaresBounds(side, side, pixelSide),
		tableBounds(len(kernel), len(kernel[0]), weightSide),
		squaresBounds(len(s.y), len(s.y[0]), pixelSide))
	return s
}

// frames returns the whole map with the window where the kernel fits best, and then the
// jumps, some in each row.
func (s *slide) frames() []*image.RGBA {
	const most = 60
	height, width := len(s.y), len(s.y[0])
	jumps := max(1, min(width, most/height))
	i, j := s.strongest()
	list := []*image.RGBA{s.draw(i, j, height*width)}
	for i := range height {
		for k := range jumps {
			j := (k+1)*width/jumps - 1
			list = append(list, s.draw(i, j, i*width+j+1))
		}
	}
	return list
}

// strongest returns the position of the number that is furthest from 0.
func (s *slide) strongest() (row, column int) {
	for i := range s.y {
		for j, v := range s.y[i] {
			if math.Abs(v) > math.Abs(s.y[row][column]) {
				row, column = i, j
			}
		}
	}
	return row, column
}

// draw returns the picture of a position when the first known numbers of the map are.
func (s *slide) draw(i, j, known int) *image.RGBA {
	img := image.NewRGBA(image.Rectangle{Max: s.equation.size})
	fillRect(img, img.Rect, colour.Paper)
	s.equation.write(img, image.Point{})
	digit, weights, feature := s.equation.places[0], s.equation.places[1], s.equation.places[2]
	drawSquares(img, digit, pixelSide, paddedDigit(s.digit, s.down.Padding))
	weight, shade := shades(s.kernel), shades(s.y)
	drawCells(img, weights, weightSide, func(a, b int) (string, color.RGBA) { return "", weight(a, b) })
	drawSquares(img, feature, pixelSide, func(row, column int) color.RGBA {
		if row*len(s.y[0])+column >= known {
			return colour.Padding
		}
		return shade(row, column)
	})
	window := squaresAt(digit, pixelSide, i*s.down.Stride, j*s.down.Stride, s.down.Span(), s.across.Span())
	drawFrame(img, window, frameWidth, colour.Frame)
	drawFrame(img, squaresAt(feature, pixelSide, i, j, 1, 1).Inset(-1), frameWidth, colour.Frame)
	return img
}
