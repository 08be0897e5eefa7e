package figure

import (
	"math"
	"slices"
	"strconv"

	"convnet.example/lesson/say"
)

// Activations are all numbers that the network computes on one image.
type Activations struct {
	Image                      [][]float64 // [28, 28], normalized
	Conv1, Relu1, Conv2, Relu2 [][][]float64
	Logits, Probabilities      []float64 // [10]
}

// Answer is the digit with the largest logit, or -1 if several have it.
func (a *Activations) Answer() (digit int) {
	most := slices.Max(a.Logits)
	digit = slices.Index(a.Logits, most)
	if slices.Contains(a.Logits[digit+1:], most) {
		return -1
	}
	return digit
}

// Said is the answer with its probability.
func (a *Activations) Said() string {
	digit := a.Answer()
	if digit < 0 {
		return say.Text("undecided", "拿不准")
	}
	return strconv.Itoa(digit) + say.Text(", ", "，") + Percent(a.Probabilities[digit])
}

// softmax makes probabilities of logits. The largest one is subtracted first: the
// exponential of a large number would be infinite.
func softmax(logits []float64) []float64 {
	most, sum := math.Inf(-1), 0.0
	for _, v := range logits {
		most = max(most, v)
	}
	p := make([]float64, len(logits))
	for i, v := range logits {
		p[i] = math.Exp(v - most)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}
