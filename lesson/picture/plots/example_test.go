package plots_test

import (
	"fmt"

	"convnet.example/lesson/picture/plots"
)

// A plot can be changed before it becomes an image.
func ExampleRender() {
	p := plots.Loss([]float64{0.72, 0.21, 0.14}, 300)
	p.Title.Text = "three means of 300 losses"
	fmt.Println(plots.Render(p, 400, 260).Bounds().Size())
	// Output: (400,260)
}

// The velocity of a weight under a gradient that is always 1, at rate 1: each step is as
// long as half of the one before and 1.
func ExampleDescent_Path() {
	slope := func([]float64) []float64 { return []float64{1} }
	path := plots.Descent{LearningRate: 1, Momentum: 0.5}.Path([]float64{0}, slope, 4)
	for i := range 4 {
		fmt.Print(path[i][0]-path[i+1][0], " ")
	}
	// Output: 1 1.5 1.75 1.875
}
