package byhand

import (
	"slices"

	"convnet.example/lesson/digits/mnist"
)

// Network is convolution, 2×2 pooling and ReLU, twice, then one linear layer, on images of one
// channel.
type Network struct {
	conv1, conv2 block
	layers       []string
}

// A Conv is a convolution: its output channels, and the rows of its square kernels.
type Conv struct {
	Name        string
	Out, Kernel int
}

// classes are the digits.
const classes = 10

// New describes a network with these convolutions and that linear layer.
func New(conv1, conv2 Conv, linear string) *Network {
	n := &Network{layers: []string{conv1.Name, conv2.Name, linear}}
	n.conv1 = newBlock(1, conv1, mnist.Side)
	n.conv2 = newBlock(conv1.Out, conv2, n.conv1.size)
	return n
}

// Layers are the names of the layers with weights.
func (n *Network) Layers() []string { return n.layers }

// features is how many numbers the linear layer gets.
func (n *Network) features() int { return n.conv2.outputs() }

// Weights are a network's weights, or their gradients, in PyTorch's order: of each convolution
// [out, in, k, k] and [out], of the linear layer [10, features] and [10].
type Weights [][]float32

// NewWeights are zeros.
func (n *Network) NewWeights() (w Weights) {
	for _, size := range []int{n.conv1.weights(), n.conv1.out, n.conv2.weights(), n.conv2.out, classes * n.features(), classes} {
		w = append(w, make([]float32, size))
	}
	return w
}

// A layout holds the weights in the orders that the loops want.
type layout struct {
	conv1, conv2 kernels
	linear       [][]float32 // of each class, in the order of the second block's outputs
	bias         []float32
}

func (n *Network) layOut(w Weights) *layout {
	l := &layout{conv1: n.conv1.layOut(w[0], w[1]), conv2: n.conv2.layOut(w[2], w[3]), bias: slices.Clone(w[5])}
	for class := range classes {
		row := make([]float32, n.features())
		for i := range row {
			row[i] = w[4][n.flat(class, i)]
		}
		l.linear = append(l.linear, row)
	}
	return l
}

// flat is the index of the linear layer's weight for a class and an output of the second block,
// which PyTorch flattens as [out, rows, columns].
func (n *Network) flat(class, output int) int {
	out := n.conv2.out
	return class*n.features() + output%out*(n.features()/out) + output/out
}
