package lesson

import (
	"convnet.example/lesson/conv"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

// A Model builds a network on images x [n, 1, 28, 28] and returns its layers. The
// output of the last one holds the logits, [n, 10]. It is called once for each graph
// that needs the network, with a scope that holds the weights.
type Model func(scope *model.Scope, x *graph.Node) []Layer

// Net is the lecture's network: two rounds of convolution, pooling and ReLU take out
// features, and one fully connected layer tells the digits apart by them.
func Net(scope *model.Scope, x *graph.Node) []Layer {
	return NewSequential(scope, x).
		Conv2D("conv1", 10, conv.Window{Kernel: 5}). // 1×28×28 → 10×24×24
		MaxPool2D("pool1", conv.Window{Kernel: 2}).  // → 10×12×12
		ReLU("relu1").
		Conv2D("conv2", 20, conv.Window{Kernel: 5}). // → 20×8×8
		MaxPool2D("pool2", conv.Window{Kernel: 2}).  // → 20×4×4
		ReLU("relu2").
		Flatten("flatten"). // → 320
		Linear("fc", 10).   // → 10
		Layers
}
