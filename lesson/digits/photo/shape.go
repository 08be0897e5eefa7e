package photo

import (
	"image"
	"slices"

	"convnet.example/lesson/say"
)

// A shape is the ink of the digit: its pixels, and the box around them.
type shape struct {
	pixels []int
	box    image.Rectangle
}

// shape joins the larger parts of the ink, and says why they cannot be a digit. Specks, and
// strips along the edge of the picture such as the shadow of a table, do not count.
func (p *plane) shape(level float64) (*shape, error) {
	parts := p.parts(level)
	if len(parts) == 0 {
		return nil, say.Errorf("there is no digit in the picture: it has no ink away from its edges. Leave some paper around the digit",
			"图片里没有数字：除了贴着边的，没有墨迹。数字四周请留一点纸")
	}
	slices.SortFunc(parts, func(a, b shape) int { return len(b.pixels) - len(a.pixels) })
	s, n := parts[0], 1
	for _, part := range parts[1:] {
		if len(part.pixels)*10 >= len(parts[0].pixels) {
			s.pixels = append(s.pixels, part.pixels...)
			s.box = s.box.Union(part.box)
			n++
		}
	}
	w, h := s.box.Dx(), s.box.Dy()
	filled := float64(len(s.pixels)) / float64(w*h)
	switch {
	case n > 4:
		return nil, say.Errorf("the ink of the picture lies in %d places, and a digit is in one: cut the picture to one digit on blank paper",
			"图片里有 %d 处墨迹，而一个数字只有一处：请裁成白纸上的一个数字", n)
	case max(w, h) < 8:
		return nil, say.Errorf("there is no digit in the picture: its only ink is a dot. Write larger, or cut the picture to the digit",
			"图片里没有数字：只有一个墨点。写大一些，或把图片裁到数字上")
	case 2*w > 3*h:
		return nil, say.Errorf("the ink is %d wide and %d high, wider than any digit: cut the picture to one digit",
			"墨迹宽 %d、高 %d，没有这么宽的数字：请裁成一个数字", w, h)
	case filled > 0.7 && 2*w > h:
		return nil, p.solid(s.box)
	}
	return &s, nil
}

// A solid is a shape without strokes: a blot, or a sheet of paper on a table.
type solid struct {
	inside image.Rectangle // of the picture: the shape without its rim
}

func (*solid) Error() string {
	return say.Text(
		"the ink is one solid shape, and a digit is made of strokes: write it with a thinner pen, and cut the picture to the paper",
		"墨迹是一整块，而数字是一笔一笔写成的：换一支细一点的笔，并把图片裁到纸上")
}

// solid returns the error for a shape in that box.
func (p *plane) solid(box image.Rectangle) error {
	box = box.Inset(max(1, min(box.Dx(), box.Dy())/10))
	x := func(v int) int { return p.frame.Min.X + v*p.frame.Dx()/p.width }
	y := func(v int) int { return p.frame.Min.Y + v*p.frame.Dy()/p.height }
	return &solid{image.Rect(x(box.Min.X), y(box.Min.Y), x(box.Max.X), y(box.Max.Y))}
}

// parts returns the connected parts of the ink.
func (p *plane) parts(level float64) (parts []shape) {
	seen := make([]bool, len(p.ink))
	for start := range p.ink {
		if seen[start] || p.ink[start] < level {
			continue
		}
		part := p.flood(start, level, seen)
		thin := min(part.box.Dx(), part.box.Dy())*12 < min(p.width, p.height)
		full := part.box.Dx() == p.width || part.box.Dy() == p.height
		if len(part.pixels) < 6 || full || thin && p.touches(part.box) {
			continue
		}
		parts = append(parts, part)
	}
	return parts
}

// touches tells whether a box reaches the edge of the picture.
func (p *plane) touches(b image.Rectangle) bool {
	return b.Min.X == 0 || b.Min.Y == 0 || b.Max.X == p.width || b.Max.Y == p.height
}

// flood returns the part of the ink that a pixel belongs to: pixels that touch, also at a
// corner.
func (p *plane) flood(start int, level float64, seen []bool) (s shape) {
	seen[start] = true
	s.pixels = []int{start}
	for i := 0; i < len(s.pixels); i++ {
		x, y := s.pixels[i]%p.width, s.pixels[i]/p.width
		s.box = s.box.Union(image.Rect(x, y, x+1, y+1))
		for v := max(0, y-1); v <= min(p.height-1, y+1); v++ {
			for u := max(0, x-1); u <= min(p.width-1, x+1); u++ {
				if at := v*p.width + u; !seen[at] && p.ink[at] >= level {
					seen[at] = true
					s.pixels = append(s.pixels, at)
				}
			}
		}
	}
	return s
}

// keep makes paper of all ink but the shape and the pixels that touch it.
func (p *plane) keep(s *shape) {
	near := make([]bool, len(p.ink))
	for _, at := range s.pixels {
		x, y := at%p.width, at/p.width
		for v := max(0, y-1); v <= min(p.height-1, y+1); v++ {
			for u := max(0, x-1); u <= min(p.width-1, x+1); u++ {
				near[v*p.width+u] = true
			}
		}
	}
	for i := range p.ink {
		if !near[i] {
			p.ink[i] = 0
		}
	}
}
