package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"

	"convnet.example/lesson/digits/mnist"
)

// bent returns the digits, each turned by up to 15°, slanted by up to 0.25, scaled by up to a
// tenth in either direction and shifted by up to a pixel and a half.
func bent(d *mnist.Set, seed uint64) *mnist.Set {
	b := &mnist.Set{Pixels: make([]byte, len(d.Pixels)), Labels: d.Labels}
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for first := range workers {
		wg.Go(func() {
			for i := first; i < d.Len(); i += workers {
				bend(b.Image(i), d.Image(i), rand.New(rand.NewPCG(seed, uint64(i))))
			}
		})
	}
	wg.Wait()
	return b
}

// bend asks for each pixel of the new image where in the old one it comes from.
func bend(to, from []byte, r *rand.Rand) {
	between := func(low, high float64) float64 { return low + (high-low)*r.Float64() }
	sin, cos := math.Sincos(between(-math.Pi/12, math.Pi/12))
	slant, wide, high := between(-0.25, 0.25), between(0.9, 1.1), between(0.9, 1.1)
	right, down := between(-1.5, 1.5), between(-1.5, 1.5)
	const middle = float64(mnist.Side) / 2
	for i := range to {
		x, y := float64(i%mnist.Side)+0.5-middle, float64(i/mnist.Side)+0.5-middle
		x, y = wide*(x*cos-y*sin), high*(x*sin+y*cos)
		x += slant * y
		to[i] = byte(at(from, x+middle+right-0.5, y+middle+down-0.5) + 0.5)
	}
}

// at is the ink between four pixels, by their distances. Outside of the image is paper.
func at(img []byte, x, y float64) (ink float64) {
	left, top := math.Floor(x), math.Floor(y)
	for _, c := range [4][2]float64{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		column, row := int(left+c[0]), int(top+c[1])
		if column >= 0 && row >= 0 && column < mnist.Side && row < mnist.Side {
			ink += (1 - math.Abs(x-left-c[0])) * (1 - math.Abs(y-top-c[1])) * float64(img[row*mnist.Side+column])
		}
	}
	return ink
}
