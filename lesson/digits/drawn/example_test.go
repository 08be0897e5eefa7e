package drawn_test

import (
	"fmt"
	"strings"

	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/digits/mnist"
)

// Image 5 of seed 1, every other row of it, in four shades.
func ExampleDigit() {
	img := make([]byte, mnist.Pixels)
	label := drawn.Digit(1, 5, img)
	fmt.Println("a", label)
	for row := 4; row < 24; row += 2 {
		line := ""
		for column := 4; column < 24; column++ {
			line += string(" .:#"[img[row*mnist.Side+column]/64])
		}
		fmt.Println(strings.TrimRight(line, " "))
	}
	// Output:
	// a 7
	//
	//        .::##::
	//     :###:... :#:
	//   .##:       ##:
	//   :##.      :##:
	//   :##       ###:
	//    .       .###:
	//            :###.
	//            :##.
	//           .###
}
