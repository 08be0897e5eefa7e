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
