package lesson

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
)

// Accuracy is how many of the digits were read correctly.
type Accuracy struct{ Correct, Total int }

// NewAccuracy compares predictions with labels.
func NewAccuracy(labels, predicted []byte) Accuracy {
	a := Accuracy{Total: len(labels)}
	for i, label := range labels {
		if predicted[i] == label {
			a.Correct++
		}
	}
	return a
}

// Rate is the accuracy from 0 to 1.
func (a Accuracy) Rate() float64 {
	if a.Total == 0 {
		return 0
	}
	return float64(a.Correct) / float64(a.Total)
}

// String is the lecture's line: whole percent, rounded down, then the counts.
func (a Accuracy) String() string {
	return fmt.Sprintf("%d %% (%d/%d)", 100*a.Correct/max(1, a.Total), a.Correct, a.Total)
}

// Confusion counts what was taken for what: counts[label][predicted].
func Confusion(labels, predicted []byte) (counts [10][10]int) {
	for i, label := range labels {
		counts[label][predicted[i]]++
	}
	return counts
}

// Softmax returns the probabilities that belong to an image's logits: exp of each, divided by
// the sum of all.
func Softmax(logits []float32) []float64 {
	p := float64s(logits)
	logSum := floats.LogSumExp(p) // the sum itself could overflow
	for i, z := range p {
		p[i] = math.Exp(z - logSum)
	}
	return p
}
