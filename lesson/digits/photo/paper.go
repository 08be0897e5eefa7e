package photo

import (
	"math"
	"slices"

	"convnet.example/lesson/say"
)

// findInk turns lightness into ink: it takes away the paper, whose lightness is a plane that
// fits the rim of the picture, and scales what differs from it to 0…1. It returns the level
// above which a pixel belongs to the ink.
func (p *plane) findInk() (level float64, err error) {
	paper := p.rim()
	var rest []float64 // how far the rim is from it: grain, and lines of the paper
	for y := range p.height {
		for x := range p.width {
			v := p.at(x, y) - paper(x, y)
			p.ink[y*p.width+x] = v
			if p.onRim(x, y) {
				rest = append(rest, math.Abs(v))
			}
		}
	}
	sorted := slices.Sorted(slices.Values(p.ink))
	dark, light := -quantile(sorted, 0.005), quantile(sorted, 0.995)
	if dark > light {
		for i := range p.ink {
			p.ink[i] = -p.ink[i]
		}
	}
	strongest := max(dark, light)
	slices.Sort(rest)
	grain := quantile(rest, 0.9)
	if strongest < 0.1 || strongest < 3*grain {
		return 0, say.Errorf("there is no digit in the picture: nothing in it differs enough from the paper. Write with a darker pen, or take the photo in more light",
			"图片里没有数字：没有什么和纸的颜色差得够多。换一支深色的笔，或在亮一点的地方拍")
	}
	for i, v := range p.ink {
		p.ink[i] = max(0, min(1, v/strongest))
	}
	return max(0.4, min(0.7, 2*grain/strongest)), nil
}

func quantile(sorted []float64, q float64) float64 {
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

// onRim tells whether a pixel lies near the edge of the picture, where there should be paper.
func (p *plane) onRim(x, y int) bool {
	w := max(1, min(p.width, p.height)/16)
	return x < w || y < w || x >= p.width-w || y >= p.height-w
}

// rim returns the plane a + b·x + c·y that fits the lightness of the rim. Light falls from
// one side, and so paper is not equally light everywhere. Pixels far from a first fit, as
// where a stroke touches the edge, do not count in the second.
func (p *plane) rim() func(x, y int) float64 {
	fit := func(x, y int) float64 { return 0 }
	for try := range 3 {
		var s [3][4]float64 // the normal equations
		var far []float64
		for y := range p.height {
			for x := range p.width {
				if p.onRim(x, y) {
					far = append(far, math.Abs(p.at(x, y)-fit(x, y)))
				}
			}
		}
		slices.Sort(far)
		limit := max(0.02, 2*quantile(far, 0.5))
		for y := range p.height {
			for x := range p.width {
				if !p.onRim(x, y) || try > 0 && math.Abs(p.at(x, y)-fit(x, y)) > limit {
					continue
				}
				row := [4]float64{1, float64(x), float64(y), p.at(x, y)}
				for i := range s {
					for j := range row {
						s[i][j] += row[i] * row[j]
					}
				}
			}
		}
		if c, ok := solve(s); ok {
			fit = func(x, y int) float64 { return c[0] + c[1]*float64(x) + c[2]*float64(y) }
		}
	}
	return fit
}

// solve solves three linear equations.
func solve(s [3][4]float64) (c [3]float64, ok bool) {
	for i := range s {
		if math.Abs(s[i][i]) < 1e-9 {
			return c, false
		}
		for k := range s {
			if k == i {
				continue
			}
			f := s[k][i] / s[i][i]
			for j := i; j < 4; j++ {
				s[k][j] -= f * s[i][j]
			}
		}
	}
	for i := range c {
		c[i] = s[i][3] / s[i][i]
	}
	return c, true
}
