package exercise

import (
	"math"
	"testing"
)

func TestMomentumStep(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			MomentumStep(func(w, v, g, rate, momentum float64) (float64, float64) { v = momentum*v + g; return w - rate*v, v })
		}},
		answer{"stub", false, func() { MomentumStep(func(w, v, g, rate, momentum float64) (float64, float64) { return w, v }) }},
		answer{"the old velocity", false, func() {
			MomentumStep(func(w, v, g, rate, momentum float64) (float64, float64) { return w - rate*v, momentum*v + g })
		}},
		answer{"an average", false, func() {
			MomentumStep(func(w, v, g, rate, momentum float64) (float64, float64) {
				v = momentum*v + (1-momentum)*g
				return w - rate*v, v
			})
		}},
	)
}

func TestVelocity(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Velocity(func(momentum float64, n int) float64 { return (1 - math.Pow(momentum, float64(n))) / (1 - momentum) })
		}},
		answer{"stub", false, func() { Velocity(func(momentum float64, n int) float64 { return 0 }) }},
		answer{"the limit", false, func() { Velocity(func(momentum float64, n int) float64 { return 1 / (1 - momentum) }) }},
		answer{"one term too many", false, func() {
			Velocity(func(momentum float64, n int) float64 { return (1 - math.Pow(momentum, float64(n+1))) / (1 - momentum) })
		}},
	)
}

func TestSteps(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Steps(func(images, batch int) (int, int) {
				steps := (images + batch - 1) / batch
				return steps, images - (steps-1)*batch
			})
		}},
		answer{"stub", false, func() { Steps(func(images, batch int) (int, int) { return 0, 0 }) }},
		answer{"rounds down", false, func() { Steps(func(images, batch int) (int, int) { return images / batch, images % batch }) }},
		answer{"an empty last batch", false, func() {
			Steps(func(images, batch int) (int, int) { return (images + batch - 1) / batch, images % batch })
		}},
	)
}

func TestNesterov(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Nesterov(func(w, v, g, rate, momentum float64) (float64, float64) {
				v = momentum*v + g
				return w - rate*(g+momentum*v), v
			})
		}},
		answer{"stub", false, func() { Nesterov(func(w, v, g, rate, momentum float64) (float64, float64) { return w, v }) }},
		answer{"plain momentum", false, func() {
			Nesterov(func(w, v, g, rate, momentum float64) (float64, float64) { v = momentum*v + g; return w - rate*v, v })
		}},
	)
}

func TestRunningMean(t *testing.T) {
	means := func(reset bool, divisor func(every, seen int) int) func(losses []float64, every int) []float64 {
		return func(losses []float64, every int) (printed []float64) {
			sum := 0.0
			for i, loss := range losses {
				sum += loss
				if (i+1)%every == 0 {
					printed = append(printed, sum/float64(divisor(every, i+1)))
					if reset {
						sum = 0
					}
				}
			}
			return printed
		}
	}
	every := func(every, _ int) int { return every }
	judge(t,
		answer{"right", true, func() { RunningMean(means(true, every)) }},
		answer{"stub", false, func() { RunningMean(func(losses []float64, every int) []float64 { return nil }) }},
		answer{"never back to 0", false, func() { RunningMean(means(false, every)) }},
		answer{"the mean since the start", false, func() { RunningMean(means(false, func(_, seen int) int { return seen })) }},
		answer{"divides by 2000", false, func() { RunningMean(means(true, func(int, int) int { return 2000 })) }},
	)
}

func TestUpdates(t *testing.T) {
	count := func(first int) func(momentum, share float64) int {
		return func(momentum, share float64) int {
			n := first
			for rest := momentum; 1-rest < share; rest *= momentum {
				n++
			}
			return n
		}
	}
	judge(t,
		answer{"right", true, func() { Updates(count(1)) }},
		answer{"stub", false, func() { Updates(func(momentum, share float64) int { return 0 }) }},
		answer{"one too few", false, func() { Updates(count(0)) }},
		answer{"1/(1−momentum)", false, func() { Updates(func(momentum, share float64) int { return int(1 / (1 - momentum)) }) }},
	)
}
