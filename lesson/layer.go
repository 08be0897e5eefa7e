package lesson

import (
	"fmt"
	"strings"

	"convnet.example/lesson/conv"
	"github.com/gomlx/gomlx/core/graph"
)

// A Layer is one step of a network.
type Layer struct {
	Name         string      // such as conv1
	Window       conv.Window // of a convolution or a pooling, its stride written out
	Output       *graph.Node // [n, c, h, w], or [n, features]
	Parameters   int         // learned numbers
	MultiplyAdds int         // for one image

	made origin // how Sequential made it
}

// An origin is what formOf has to know of a layer. Name, window and output are the layer's, unless
// somebody changed those.
type origin struct {
	kind          string // Conv2D, MaxPool2D, ReLU, Flatten or Linear
	name          string
	window        conv.Window
	input, output *graph.Node
	scope         string // of its parameters
}

// last returns what comes out of the network.
func last(layers []Layer) *graph.Node { return layers[len(layers)-1].Output }

// Shape returns the shape of the output for one image, such as [10, 24, 24].
func (l Layer) Shape() []int { return l.Output.Shape().Dimensions[1:] }

// Summary is a table of the layers: name, output, parameters and multiply-adds.
func Summary(layers []Layer) string {
	var b strings.Builder
	row := func(name, output string, parameters, multiplyAdds int) {
		fmt.Fprintf(&b, "%-10s %-10s %10d %14d\n", name, output, parameters, multiplyAdds)
	}
	fmt.Fprintf(&b, "%-10s %-10s %10s %14s\n", "layer", "output", "parameters", "multiply-adds")
	parameters, multiplyAdds := 0, 0
	for _, l := range layers {
		row(l.Name, strings.Trim(strings.ReplaceAll(fmt.Sprint(l.Shape()), " ", "×"), "[]"), l.Parameters, l.MultiplyAdds)
		parameters += l.Parameters
		multiplyAdds += l.MultiplyAdds
	}
	row("total", "", parameters, multiplyAdds)
	return b.String()
}
