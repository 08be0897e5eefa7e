package drawn

import (
	"math"

	"convnet.example/lesson/digits/mnist"
)

// inkBox is the number of rows and of columns that a digit has room in, as in MNIST.
const inkBox = mnist.BoxSide

// A sheet is the paper that one digit is written on, row by row: 0 is paper, 1 is ink.
type sheet mnist.Box

// A pen leaves a line of ink, radius pixels to either side of its path, whose edges
// fade to paper over soft pixels. A nib above 1 makes thin downstrokes and thick bars.
type pen struct{ radius, soft, nib float64 }

// finest is the radius of the finest pen.
const finest = 0.65

// hard edges leave as many pixels with half of the ink or more as soft ones do, and are
// drawn faster: fewer pixels are within reach.
const hard = 1e-6

// draw inks lines on a sheet that they just fill, with a radius that is multiplied by
// the pressure at each of their points. Where that is 0 there is no ink.
func (p pen) draw(lines [][]point, pressure [][]float64) *sheet {
	s, place := new(sheet), fit(lines, p.radius)
	for i, line := range lines {
		for j := 1; j < len(line); j++ {
			if q := (pen{p.radius * pressure[i][j], p.soft, p.nib}); q.radius > 0 {
				s.stroke(place(line[j-1]), place(line[j]), q)
			}
		}
	}
	return s
}

// stroke inks the segment from a to b, in pixels.
func (s *sheet) stroke(a, b point, p pen) {
	reach := (p.radius + p.soft/2) * max(p.nib, 1/p.nib)
	x0, x1 := reached(a.x, b.x, reach)
	y0, y1 := reached(a.y, b.y, reach)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			middle := point{float64(x) + 0.5, float64(y) + 0.5}
			ink := 0.5 + (p.radius-distance(middle, a, b, p.nib))/p.soft
			s[y*inkBox+x] = max(s[y*inkBox+x], min(1, ink))
		}
	}
}

// reached returns the first and the last pixel whose middle is within reach of what
// lies between a and b.
func reached(a, b, reach float64) (first, last int) {
	first = max(0, int(math.Ceil(min(a, b)-reach-0.5)))
	last = min(inkBox-1, int(math.Floor(max(a, b)+reach-0.5)))
	return first, last
}

// distance returns how far p is from the segment a–b for a nib that is nib² times
// as high as wide.
func distance(p, a, b point, nib float64) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	px, py := p.x-a.x, p.y-a.y
	// The nearest point is a + t·(b−a). Without the tiny term a dot would be 0/0.
	t := max(0, min(1, (px*dx+py*dy)/(dx*dx+dy*dy+1e-9)))
	ex, ey := (px-t*dx)*nib, (py-t*dy)/nib
	return math.Sqrt(ex*ex + ey*ey)
}

// fit returns the change that scales and moves the lines so that their ink, which
// reaches radius around them, just fills the sheet in height or width.
func fit(lines [][]point, radius float64) func(point) point {
	lo, hi := bounds(lines)
	scale := (inkBox - 2*radius) / max(hi.x-lo.x, hi.y-lo.y)
	return func(p point) point {
		return point{
			inkBox/2 + scale*(p.x-(lo.x+hi.x)/2),
			inkBox/2 + scale*(p.y-(lo.y+hi.y)/2),
		}
	}
}

// height returns the height in pixels of the lines on a sheet that they fill.
func height(lines [][]point) float64 {
	lo, hi := bounds(lines)
	return inkBox * min(1, (hi.y-lo.y)/(hi.x-lo.x))
}

// bounds returns the upper left and the lower right corner of what the lines cover.
func bounds(lines [][]point) (lo, hi point) {
	lo, hi = lines[0][0], lines[0][0]
	for _, line := range lines {
		for _, p := range line {
			lo = point{min(lo.x, p.x), min(lo.y, p.y)}
			hi = point{max(hi.x, p.x), max(hi.y, p.y)}
		}
	}
	return lo, hi
}
