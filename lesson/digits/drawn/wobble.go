package drawn

import "math"

// trace follows the strokes of a style with an unsteady hand, and leaves up to 8 %
// of a line away at either end.
func (h hand) trace(s style) (lines [][]point) {
	jitter := 0.032 * h.haste * h.factor(0.25)
	for _, stroke := range s.strokes {
		line := h.follow(stroke, jitter)
		end := 0.08 * float64(len(line))
		first, last := int(end*h.Float64()), len(line)-int(end*h.Float64())
		lines = append(lines, line[first:last])
	}
	return lines
}

// follow moves the points of a stroke, neighbours together, and draws smooth
// curves through them. Curves that meet in a corner still meet.
func (h hand) follow(s stroke, jitter float64) (line []point) {
	drift := point{h.normal(jitter), h.normal(jitter)}
	var corner point
	for i, curve := range s {
		moved := make([]point, len(curve))
		for j, p := range curve {
			drift = point{0.7*drift.x + h.normal(jitter), 0.7*drift.y + h.normal(jitter)}
			moved[j] = point{p.x + drift.x, p.y + drift.y}
		}
		if i > 0 {
			moved[0] = corner
		}
		corner = moved[len(moved)-1]
		line = appendSpline(line, moved)
	}
	return line
}

// appendSpline appends points close together along the smooth curve through p: the
// Catmull-Rom spline, which between b and c, with the neighbours a and d, is at
//
//	b + t/2·(c−a + t·(2a−5b+4c−d + t·(3(b−c)+d−a)))   for t from 0 to 1
func appendSpline(line, p []point) []point {
	const spacing = 0.04
	last := len(p) - 1
	for i, b := range p[:last] {
		a, c, d := p[max(0, i-1)], p[i+1], p[min(last, i+2)]
		steps := 1 + int(math.Hypot(c.x-b.x, c.y-b.y)/spacing)
		for j := range steps {
			t := float64(j) / float64(steps)
			line = append(line, point{cubic(a.x, b.x, c.x, d.x, t), cubic(a.y, b.y, c.y, d.y, t)})
		}
	}
	return append(line, p[last])
}

// cubic is one coordinate of the spline.
func cubic(a, b, c, d, t float64) float64 {
	return b + t/2*(c-a+t*(2*a-5*b+4*c-d+t*(3*(b-c)+d-a)))
}

// bend changes the shape of the lines as a whole.
func (h hand) bend(lines [][]point, f *figure) {
	warp, turn := h.warp(), h.turn(f)
	for _, line := range lines {
		for i, p := range line {
			line[i] = turn(warp(p))
		}
	}
}

// warp returns a smooth change that is different from place to place: uneven
// halves, a lean, and waves.
func (h hand) warp() func(point) point {
	growX, growY, lean := h.stray(0.2), h.stray(0.26), h.stray(0.33)
	xy, xx, yx, yy := h.wave(), h.wave(), h.wave(), h.wave()
	return func(p point) point {
		p.y += growY * (p.y*p.y - 0.25)
		p.x += growX * (p.x*p.x - 0.25)
		p.x *= 1 + lean*p.y
		p.x += xy(p.y) + xx(p.x)
		p.y += yx(p.x) + yy(p.y)
		return p
	}
}

// wave returns a random sine wave with up to about one period on the digit.
func (h hand) wave() func(float64) float64 {
	size, freq, phase := h.stray(0.04), 3+5*h.Float64(), 2*math.Pi*h.Float64()
	return func(v float64) float64 { return size * math.Sin(freq*v+phase) }
}

// turn returns a change that is the same everywhere: width, slant and rotation.
func (h hand) turn(f *figure) func(point) point {
	width := f.width * h.factor(0.25)
	slant := f.slant + h.stray(0.3)
	sin, cos := math.Sincos(h.stray(0.14))
	return func(p point) point {
		p.x = p.x*width - slant*p.y
		return point{p.x*cos - p.y*sin, p.x*sin + p.y*cos}
	}
}
