package lesson

import (
	"convnet.example/lesson/conv"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

// Sequential is a network under construction, each layer fed with the one before.
type Sequential struct {
	Layers []Layer

	scope *model.Scope
	x     *graph.Node // output of the last layer
}

// NewSequential starts a network on images x [n, c, h, w]. The weights live in the
// scope under the names of their layers.
func NewSequential(scope *model.Scope, x *graph.Node) *Sequential {
	return &Sequential{scope: scope, x: x}
}

// Conv2D adds a convolution with that many kernels; see [Conv2D]. Its parameters are
// name.weight [channels, in, k, k] and name.bias [channels].
func (s *Sequential) Conv2D(name string, channels int, w conv.Window) *Sequential {
	s.want(4, "Conv2D", name)
	w = w.ForConv()
	in := s.x.Shape().Dim(1)
	fanIn := in * w.Kernel * w.Kernel
	weight, bias := s.parameters(name, fanIn, channels, in, w.Kernel, w.Kernel)
	y := Conv2D(s.x, weight, bias, w)
	places := y.Shape().Dim(2) * y.Shape().Dim(3)
	return s.add(Layer{Name: name, made: origin{kind: "Conv2D"}, Window: w, Output: y,
		Parameters: channels * (fanIn + 1), MultiplyAdds: places * channels * fanIn})
}

// MaxPool2D adds a max pooling; see [MaxPool2D].
func (s *Sequential) MaxPool2D(name string, w conv.Window) *Sequential {
	return s.add(Layer{Name: name, made: origin{kind: "MaxPool2D"}, Window: w.ForPool(), Output: MaxPool2D(s.x, w)})
}

// ReLU adds max(x, 0); see [ReLU].
func (s *Sequential) ReLU(name string) *Sequential {
	return s.add(Layer{Name: name, made: origin{kind: "ReLU"}, Output: ReLU(s.x)})
}

// Apply adds an operation of one's own without parameters, such as graph.Tanh.
func (s *Sequential) Apply(name string, operation func(x *graph.Node) *graph.Node) *Sequential {
	return s.add(Layer{Name: name, Output: operation(s.x)})
}

// Flatten makes one row of numbers of each image: [n, c, h, w] → [n, c·h·w].
func (s *Sequential) Flatten(name string) *Sequential {
	return s.add(Layer{Name: name, made: origin{kind: "Flatten"}, Output: graph.Reshape(s.x, s.x.Shape().Dim(0), -1)})
}

// Linear adds a fully connected layer; see [Linear]. Its parameters are name.weight
// [features, in] and name.bias [features].
func (s *Sequential) Linear(name string, features int) *Sequential {
	s.want(2, "Linear", name)
	in := s.x.Shape().Dim(1)
	weight, bias := s.parameters(name, in, features, in)
	return s.add(Layer{Name: name, made: origin{kind: "Linear"}, Output: Linear(s.x, weight, bias),
		Parameters: features * (in + 1), MultiplyAdds: features * in})
}

func (s *Sequential) add(l Layer) *Sequential {
	l.made.name, l.made.window, l.made.input, l.made.output, l.made.scope = l.Name, l.Window, s.x, l.Output, s.scope.Scope()
	s.Layers = append(s.Layers, l)
	s.x = l.Output
	return s
}

func (s *Sequential) want(rank int, kind, name string) {
	if s.x.Rank() == rank {
		return
	}
	advice := "put a Flatten before it"
	if rank == 4 {
		advice = "it wants [n, c, h, w], before Flatten"
	}
	panicf("%s %q gets %s: %s", kind, name, s.x.Shape(), advice)
}
