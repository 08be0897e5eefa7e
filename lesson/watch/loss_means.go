package watch

import (
	"math"
)

// means are the means of every so many losses, for [plots.Loss].
type means struct {
	every  int
	values []float64 // NaN where there was no loss, as before a training goes on
	sum    float64
	n      int // losses in sum
}

// add adds the loss of a step, which is counted from 1 and over all epochs.
func (m *means) add(step int, loss float64) {
	m.sum, m.n = m.sum+loss, m.n+1
	if step%m.every != 0 {
		return
	}
	for len(m.values) < step/m.every-1 {
		m.values = append(m.values, math.NaN())
	}
	m.values = append(m.values, m.sum/float64(m.n))
	m.sum, m.n = 0, 0
}
