package lesson

import (
	"fmt"
	"testing"
	"time"

	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

// BenchmarkStep is one step of training: batch, forward, backward, update.
func BenchmarkStep(b *testing.B) { benchmarkSteps(b, must.M1(NewClassifier(Net, 1)), Config{}) }

// BenchmarkForms is that step as the network is written, in the fast form and by hand, whatever
// formOf would choose for the backend.
func BenchmarkForms(b *testing.B) {
	for name, choose := range map[string]func(c *Classifier){
		"written": func(c *Classifier) { c.form, c.hand = plain{Net}, nil },
		"fast":    func(c *Classifier) { fastForm(c) },
		"byhand":  func(c *Classifier) { c.hand = netKind(c).byHand() },
	} {
		b.Run(name, func(b *testing.B) {
			c := must.M1(NewClassifier(Net, 1))
			choose(c)
			benchmarkSteps(b, c, Config{})
		})
	}
}

// BenchmarkDevices is a step on several devices, in the fast form and as the network is written.
// Those that XLA makes of one processor show what sharing costs, and not what it gains:
//
//	XLA_FLAGS=--xla_force_host_platform_device_count=8 GOMLX_BACKEND=xla:… go test ./lesson -run '^$' -bench Devices
func BenchmarkDevices(b *testing.B) {
	for _, written := range []bool{false, true} {
		for _, batch := range []int{64, 512} {
			for _, devices := range []int{1, 2, 4, 8} {
				b.Run(fmt.Sprintf("written=%v/batch=%d/devices=%d", written, batch, devices), func(b *testing.B) {
					c := must.M1(NewClassifier(Net, 1))
					if err := c.checkDevices(devices); err != nil {
						b.Skip(err)
					}
					if c.form, c.hand = (plain{Net}), nil; !written {
						fastForm(c)
					}
					benchmarkSteps(b, c, Config{Batch: batch, Devices: devices})
				})
			}
		}
	}
}

// benchmarkSteps trains c, a step for each round. Its fastest step says more than the mean
// on a machine that has other work.
func benchmarkSteps(b *testing.B, c *Classifier, config Config) {
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 6400), config))
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
