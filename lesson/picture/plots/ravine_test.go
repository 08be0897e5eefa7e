package plots

import "testing"

func TestRunNames(t *testing.T) {
	runs := []Descent{{LearningRate: 0.01}, {LearningRate: 0.01, Momentum: 0.5}}
	if got := runName(runs[1], runs); got != "momentum 0.5" {
		t.Error(got)
	}
	runs = append(runs, Descent{LearningRate: 0.005, Momentum: 0.9})
	if got := runName(runs[1], runs); got != "rate 0.01, momentum 0.5" {
		t.Error(got)
	}
}
