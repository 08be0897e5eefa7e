package drawn

import (
	"math"
	"math/rand/v2"

	"convnet.example/lesson/digits/mnist"
)

// Digit draws digit i of an endless row into an image [28, 28] of paper, and returns which
// one it is. It depends on the seed and i alone.
func Digit(seed, i uint64, img []byte) (label byte) {
	h := newHand(seed, i)
	digit := h.IntN(len(figures))
	h.write(&figures[digit], img)
	return byte(digit)
}

// Of draws the first image of that digit in the endless row of a seed, [28, 28].
func Of(digit byte, seed uint64) []byte {
	img := make([]byte, mnist.Pixels)
	for i := uint64(0); Digit(seed, i, img) != digit; i++ {
		clear(img)
	}
	return img
}

// A hand makes the random choices of one written digit.
type hand struct {
	*rand.Rand
	haste float64 // how far it strays from the style: careful is 0.35, hasty is 1.2
}

// newHand returns the hand that writes image i.
func newHand(seed, i uint64) hand {
	r := rand.New(rand.NewPCG(seed, i))
	return hand{r, 0.35 + 0.85*r.Float64()}
}

// normal returns a normal random number of standard deviation sigma, cut off at
// 2.5 sigma: a rare huge change would make the digit another one.
func (h hand) normal(sigma float64) float64 {
	return sigma * max(-2.5, min(2.5, h.NormFloat64()))
}

// stray is normal with a sigma that grows with the haste.
func (h hand) stray(sigma float64) float64 { return h.haste * h.normal(sigma) }

// factor returns a random factor around 1: exp of a normal number.
func (h hand) factor(sigma float64) float64 { return math.Exp(h.normal(sigma)) }

// write draws one digit into an image.
func (h hand) write(f *figure, img []byte) {
	lines := h.trace(h.pick(f.styles))
	h.bend(lines, f)
	(*mnist.Box)(h.ink(lines, f)).Centre(img)
}

// pick returns one of the styles, each as often as its weight says.
func (h hand) pick(styles []style) style {
	sum := 0.0
	for _, s := range styles {
		sum += s.weight
	}
	at, k := h.Float64()*sum, 0
	for ; k < len(styles)-1 && at > styles[k].weight; k++ {
		at -= styles[k].weight
	}
	return styles[k]
}

// ink draws the lines with a random pen, a finer one for a low digit, whose strokes
// are close together, and where it would fill a loop: an 8 without loops is a blob.
// A loop is worth keeping if the finest pen leaves 6 pixels in it, and kept if 2 are.
func (h hand) ink(lines [][]point, f *figure) *sheet {
	pressure := h.pressure(lines)
	p := pen{1.15 * f.pen * h.factor(0.3), 1.1 + h.normal(0.15), h.factor(0.15)}
	p.radius = max(finest, min(p.radius, 0.1*height(lines)))
	loops := pen{finest, hard, p.nib}.draw(lines, pressure).loops(6)
	s := p.draw(lines, pressure)
	for loops > 0 && s.loops(2) < loops && p.radius > finest {
		p.radius = max(finest, 0.85*p.radius)
		s = p.draw(lines, pressure)
	}
	return s
}

// pressure returns how hard the pen is pressed at each point of the lines, around 1.
// Now and then it skips a bit: 0.
func (h hand) pressure(lines [][]point) (pressure [][]float64) {
	for _, line := range lines {
		size, freq, phase := h.normal(0.15), 0.1+0.3*h.Float64(), 2*math.Pi*h.Float64()
		p := make([]float64, len(line))
		for i := range p {
			p[i] = 1 + size*math.Sin(freq*float64(i)+phase) + h.normal(0.1)
		}
		if h.Float64() < 0.03 {
			gap := h.IntN(len(line))
			clear(p[gap:min(gap+3, len(p))])
		}
		pressure = append(pressure, p)
	}
	return pressure
}
