package digits_test

import (
	"bytes"
	"fmt"

	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

// Two rows of three bytes, as an IDX file holds them.
func ExampleReadIDX() {
	file := []byte{
		0, 0, 8, 2, // unsigned bytes, two dimensions
		0, 0, 0, 2, // rows
		0, 0, 0, 3, // columns
		1, 2, 3, 4, 5, 6,
	}
	data, dims, err := digits.ReadIDX(bytes.NewReader(file))
	fmt.Println(dims, data, err)
	// Output: [2 3] [1 2 3 4 5 6] <nil>
}

// The digits that the program draws need no file and no network.
func ExampleOpen() {
	data := must.M1(digits.Open("builtin"))
	fmt.Println(data.Train.Len(), data.Test.Len())
	fmt.Println(data.Source)
	// Output:
	// 60000 10000
	// drawn by this program: 60,000 + 10,000 built-in digits
}
