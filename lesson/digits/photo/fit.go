package photo

import (
	"image"
	"math"

	"convnet.example/lesson/digits/mnist"
)

// stroke is how wide the strokes of MNIST's digits are, about, in pixels of that box.
const stroke = 2.2

// thicken widens strokes that are much thinner than MNIST's: scaled down, a fine pen would
// leave a pale trace that the network has never seen.
func (p *plane) thicken(s *shape) {
	unit := float64(max(s.box.Dx(), s.box.Dy())) / mnist.BoxSide // one pixel of the box
	rim := 0
	for _, at := range s.pixels {
		if p.besidePaper(at) {
			rim++
		}
	}
	width := 2 * float64(len(s.pixels)) / float64(max(1, rim)) // a stroke has a rim on both sides
	radius := (stroke*unit - width) / 2
	if radius < 0.3*unit {
		return
	}
	ink, r := make([]float64, len(p.ink)), int(math.Ceil(radius))
	for _, at := range s.pixels {
		x, y := at%p.width, at/p.width
		for v := max(0, y-r); v <= min(p.height-1, y+r); v++ {
			for u := max(0, x-r); u <= min(p.width-1, x+r); u++ {
				edge := radius + 0.5 - math.Hypot(float64(u-x), float64(v-y))
				if i := v*p.width + u; edge > 0 {
					ink[i] = max(ink[i], min(1, edge))
					s.box = s.box.Union(image.Rect(u, v, u+1, v+1))
				}
			}
		}
	}
	p.ink = ink
}

// besidePaper tells whether one of a pixel's four neighbours has little ink.
func (p *plane) besidePaper(at int) bool {
	x, y := at%p.width, at/p.width
	return x == 0 || y == 0 || x == p.width-1 || y == p.height-1 ||
		min(p.at(x-1, y), p.at(x+1, y), p.at(x, y-1), p.at(x, y+1)) < 0.3
}

// scaled fits a part of the ink into the box, in its proportions, each pixel the mean of
// what lies under it; the darkest becomes 1.
func (p *plane) scaled(part image.Rectangle) (box mnist.Box) {
	unit := float64(max(part.Dx(), part.Dy())) / mnist.BoxSide
	left := float64(part.Min.X+part.Max.X)/2 - unit*mnist.BoxSide/2
	top := float64(part.Min.Y+part.Max.Y)/2 - unit*mnist.BoxSide/2
	most := 0.0
	for i := range box {
		x, y := float64(i%mnist.BoxSide), float64(i/mnist.BoxSide)
		box[i] = p.mean(left+unit*x, top+unit*y, unit)
		most = max(most, box[i])
	}
	for i := range box {
		box[i] = min(1, box[i]/(0.9*most))
	}
	return box
}

// mean is the mean ink in a square, whose sides need not lie between pixels.
func (p *plane) mean(left, top, side float64) float64 {
	sum := 0.0
	for y := int(math.Floor(top)); float64(y) < top+side; y++ {
		for x := int(math.Floor(left)); float64(x) < left+side; x++ {
			if x < 0 || y < 0 || x >= p.width || y >= p.height {
				continue
			}
			w := min(left+side, float64(x+1)) - max(left, float64(x))
			h := min(top+side, float64(y+1)) - max(top, float64(y))
			sum += w * h * p.at(x, y)
		}
	}
	return sum / (side * side)
}
