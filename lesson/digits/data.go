package digits

import "convnet.example/lesson/digits/mnist"

// Data is what a network learns from and what it is tested on.
type Data struct {
	Train, Test *mnist.Set
	Source      string // where the digits come from, in words
}
