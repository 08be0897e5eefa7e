package lesson

import (
	"testing"

	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

// BenchmarkStep is one step of training: batch, forward, backward, update.
func BenchmarkStep(b *testing.B) {
	c := must.M1(NewClassifier(Net, 1))
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 6400), Config{}))
	steps := func(n int) {
		for n > 0 {
			for _, err := range trainer.Epoch() {
				must.M(err)
				if n--; n == 0 {
					break
				}
			}
		}
	}
	steps(3) // compiles
	b.ResetTimer()
	steps(b.N)
}

// BenchmarkBatch is the part of a step that prepares its images.
func BenchmarkBatch(b *testing.B) {
	c := must.M1(NewClassifier(Net, 1))
	d := digits.Draw(1, 64)
	batch := newBatch(c.backend, c.form, 64)
	for b.Loop() {
		batch.fill(c.form, d, nil, 0)
	}
}

// BenchmarkTest reads 10,000 digits.
func BenchmarkTest(b *testing.B) {
	c := must.M1(NewClassifier(Net, 1))
	d := digits.Draw(2, 10_000)
	must.M1(c.Test(d))
	for b.Loop() {
		must.M1(c.Test(d))
	}
}
