package mnist_test

import (
	"fmt"

	"convnet.example/lesson/digits/mnist"
)

// Paper and ink as the network is given them.
func ExampleNormalize() {
	fmt.Printf("%.4f %.4f\n", mnist.Normalize(0), mnist.Normalize(255))
	// Output: -0.4242 2.8215
}
