package lesson

import (
	"testing"
	"time"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/internal/fast"
	"github.com/janpfeifer/must"
)

// BenchmarkStep is one step of training: batch, forward, backward, update.
func BenchmarkStep(b *testing.B) { benchmarkSteps(b, must.M1(NewClassifier(Net, 1))) }

// BenchmarkForms is that step as the network is written, and in the fast form with each of
// its choices, whatever formOf would choose for the backend.
func BenchmarkForms(b *testing.B) {
	for _, v := range []struct {
		name  string
		parts int // 0: as it is written
		xla   bool
	}{
		{"written", 0, false},
		{"fast/whole", 1, false}, {"fast/halves", 2, false}, {"fast/quarters", 4, false}, {"fast/eighths", 8, false},
		{"fast/foldable", 1, true},
	} {
		b.Run(v.name, func(b *testing.B) {
			c := must.M1(NewClassifier(Net, 1))
			if f := c.form.(*fast.Network); v.parts > 0 {
				f.Parts, f.ForXLA = v.parts, v.xla
			} else {
				c.form = plain{Net}
			}
			benchmarkSteps(b, c)
		})
	}
}

// benchmarkSteps trains c, a step for each round. Its fastest step says more than the mean
// on a machine that has other work.
func benchmarkSteps(b *testing.B, c *Classifier) {
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 6400), Config{}))
	best := time.Hour
	steps := func(n int) {
		for n > 0 {
			start := time.Now()
			for _, err := range trainer.Epoch() {
				must.M(err)
				best = min(best, time.Since(start))
				if n--; n == 0 {
					break
				}
				start = time.Now()
			}
		}
	}
	steps(3) // compiles
	b.ResetTimer()
	steps(b.N)
	b.ReportMetric(float64(best.Nanoseconds()), "best-ns")
}

// BenchmarkBatch is the part of a step that prepares its images.
func BenchmarkBatch(b *testing.B) {
	c := must.M1(NewClassifier(Net, 1))
	d := digits.Draw(1, 64)
	batch := c.feed(1).newBatch(64)
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
