package picture_test

import (
	"fmt"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/picture"
)

// In a notebook this shows two pictures side by side. Elsewhere Show does nothing, so that a
// program with pictures runs in a terminal too.
func Example() {
	x := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	kernel := [][]float64{{1, 0}, {0, -1}}
	picture.Show("a matrix, and the first step of a window over it",
		picture.Matrix(x), picture.WindowSteps(x, kernel, conv.Window{}, [2]int{0, 0}))
	fmt.Println(picture.Matrix(x).Bounds().Size())
	// Output: (124,124)
}
