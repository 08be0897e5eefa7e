package digits

import (
	"runtime"
	"sync"

	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
)

// Builtin draws digits to learn from where MNIST cannot be had: 60,000 + 10,000 of
// them, in MNIST's format and handwriting of its kind, the same on every run.
//
// A digit is one of several ways to write it, as pen strokes, which a random hand
// changes: it wobbles, slants, stretches and turns them, and inks them with a
// random pen.
func Builtin() *Data {
	return &Data{
		Train:  Draw(1, 60_000),
		Test:   Draw(2, 10_000),
		Source: say.Text("drawn by this program: 60,000 + 10,000 built-in digits", "由本程序画成：内置数字 60,000 + 10,000 个"),
	}
}

// Draw draws n digits with random labels. Image i depends on the seed and i
// alone, so the digits are the same whatever the number of cores.
func Draw(seed uint64, n int) *mnist.Set {
	d := &mnist.Set{Pixels: make([]byte, n*mnist.Pixels), Labels: make([]byte, n)}
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for first := range workers {
		wg.Go(func() {
			for i := first; i < n; i += workers {
				d.Labels[i] = drawn.Digit(seed, uint64(i), d.Image(i))
			}
		})
	}
	wg.Wait()
	return d
}
