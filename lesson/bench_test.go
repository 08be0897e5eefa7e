package lesson

import "testing"

// BenchmarkStep is one step of training: batch, forward, backward, update.
func BenchmarkStep(b *testing.B) {
	c := Must(NewClassifier(Net, 1))
	trainer := Must(NewTrainer(c, drawDigits(1, 6400), Config{}))
	steps := func(n int) {
		for n > 0 {
			for _, err := range trainer.Epoch() {
				Check(err)
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
	c := Must(NewClassifier(Net, 1))
	d := drawDigits(1, 64)
	batch := newBatch(c.backend, c.form, 64)
	for b.Loop() {
		batch.fill(c.form, d, nil, 0)
	}
}

// BenchmarkTest reads 10,000 digits.
func BenchmarkTest(b *testing.B) {
	c := Must(NewClassifier(Net, 1))
	d := drawDigits(2, 10_000)
	Must(c.Test(d))
	for b.Loop() {
		Must(c.Test(d))
	}
}
