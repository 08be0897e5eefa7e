package descent_test

import (
	"fmt"

	"convnet.example/lesson/descent"
)

// The velocity of a weight under a gradient that is always 1, at rate 1: each step is as
// long as half of the one before and 1.
func ExampleSGD_Path() {
	slope := func([]float64) []float64 { return []float64{1} }
	path := descent.SGD{LearningRate: 1, Momentum: 0.5}.Path([]float64{0}, slope, 4)
	for i := range 4 {
		fmt.Print(path[i][0]-path[i+1][0], " ")
	}
	// Output: 1 1.5 1.75 1.875
}
