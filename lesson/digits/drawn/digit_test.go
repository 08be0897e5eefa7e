package drawn

import (
	"testing"

	"convnet.example/lesson/digits/mnist"
)

// A digit, on one core.
func BenchmarkDigit(b *testing.B) {
	img := make([]byte, mnist.Pixels)
	for i := uint64(0); b.Loop(); i++ {
		Digit(1, i%1000, img)
	}
}
