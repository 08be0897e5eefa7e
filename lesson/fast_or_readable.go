package lesson

import (
	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/backend"
	"convnet.example/lesson/internal/byhand"
	"convnet.example/lesson/internal/fast"
	"github.com/gomlx/compute"
	"github.com/gomlx/compute/gobackend"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

// A form is one way to compute a model's logits [n, 10]: what it is fed and what it
// does with it.
type form interface {
	// Shapes are the shapes of the inputs for n images.
	Shapes(n int) [][]int
	// Fill writes the inputs for the images. There may be fewer images than there is
	// room for; what is left over is of no consequence.
	Fill(inputs [][]float32, images [][]byte)
	// BatchAxes are the axes of the inputs along which several devices share a batch: a shard
	// is what Fill writes for its images alone.
	BatchAxes() []int
	// Logits builds the graph.
	Logits(scope *model.Scope, inputs []*graph.Node) *graph.Node
}

// formOf decides how a model, which made those layers of x, is computed: as it is written,
// unless it is of the lecture's kind. Then XLA computes it in the fast form, and pure Go by hand,
// without a graph: see by_hand.go. A GPU waits for its input more than it computes: it gets the
// model as it is written, whose images are a seventh of the fast form's windows.
// BenchmarkForms measures each of these choices.
func formOf(m Model, x *graph.Node, layers []Layer, b compute.Backend) (form, *byhand.Network) {
	kind := kindOf(x, layers)
	switch {
	case kind == nil || backend.OnCUDA(b):
		return plain{m}, nil
	case b.String() == gobackend.BackendName:
		return plain{m}, kind.byHand()
	default:
		return kind.fast(), nil
	}
}

// A kind is what there is to know of a network of the lecture's kind.
type kind struct {
	conv1, conv2, linear string // layers
	out, kernel          [2]int // of the convolutions
	size                 int    // rows and columns after the second pooling
}

func (k kind) fast() *fast.Network {
	return fast.New(fast.Block{Name: k.conv1, Out: k.out[0], Kernel: k.kernel[0]},
		fast.Block{Name: k.conv2, Out: k.out[1], Kernel: k.kernel[1], Size: k.size}, k.linear)
}

func (k kind) byHand() *byhand.Network {
	return byhand.New(byhand.Conv{Name: k.conv1, Out: k.out[0], Kernel: k.kernel[0]},
		byhand.Conv{Name: k.conv2, Out: k.out[1], Kernel: k.kernel[1]}, k.linear)
}

// kindOf returns what the layers are that a network made of x, or nil if it is not of the
// lecture's kind.
func kindOf(x *graph.Node, layers []Layer) *kind {
	made := []string{"Conv2D", "MaxPool2D", "ReLU", "Conv2D", "MaxPool2D", "ReLU", "Flatten", "Linear"}
	if len(layers) != len(made) {
		return nil
	}
	for i, l := range layers {
		as := origin{made[i], l.Name, l.Window, x, l.Output, model.RootScopePath}
		if l.made != as {
			return nil
		}
		if made[i] == "Conv2D" && !plainConv(l.Window) || made[i] == "MaxPool2D" && l.Window != conv.Pool(2).ForPool() {
			return nil
		}
		x = l.Output
	}
	if layers[0].Name == layers[3].Name { // they share their weights
		return nil
	}
	block1, block2 := layers[2].Shape(), layers[5].Shape()
	return &kind{conv1: layers[0].Name, conv2: layers[3].Name, linear: layers[7].Name, out: [2]int{block1[0], block2[0]},
		kernel: [2]int{layers[0].Window.Kernel, layers[3].Window.Kernel}, size: block2[1]}
}

// plainConv tells whether the window has an odd size and no options.
func plainConv(w conv.Window) bool {
	return w.Kernel%2 == 1 && w == conv.Window{Kernel: w.Kernel}.ForConv()
}

// plain computes the model as it is written, on normalized images [n, 1, 28, 28].
type plain struct{ model Model }

func (p plain) Shapes(n int) [][]int { return [][]int{{n, 1, mnist.Side, mnist.Side}} }

func (p plain) Fill(inputs [][]float32, images [][]byte) {
	for i, image := range images {
		for j, pixel := range image {
			inputs[0][i*mnist.Pixels+j] = mnist.Normalize(pixel)
		}
	}
}

func (p plain) BatchAxes() []int { return []int{0} }

func (p plain) Logits(scope *model.Scope, inputs []*graph.Node) *graph.Node {
	return last(p.model(scope, inputs[0]))
}
