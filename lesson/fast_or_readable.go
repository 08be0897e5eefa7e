package lesson

import (
	"runtime"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/backend"
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

// formOf decides how a model, which made those layers of x, is computed: in the fast
// form if it has one. There the pure-Go backend, which shares only some large operations
// among the cores, gets the batch in parts to compute side by side; XLA, which shares
// its work out itself, gets the second layer's windows and their gradient in its own way.
// A GPU waits for its input more than it computes: it gets the model as it is written, whose
// images are a seventh of the fast form's windows.
// BenchmarkForms measures each of these choices, and the readable form.
func formOf(m Model, x *graph.Node, layers []Layer, b compute.Backend) form {
	f := fuse(x, layers)
	if f == nil || backend.OnCUDA(b) {
		return plain{m}
	}
	if b.String() == gobackend.BackendName {
		f.Parts = min(cores(), mostParts)
	} else {
		f.ForXLA = true
	}
	return f
}

// mostParts is where more parts would cost too much: eight take almost twice the processor time
// of one, by BenchmarkForms.
const mostParts = 8

// cores is how many goroutines can really run at once. GOMAXPROCS alone may be set higher.
func cores() int { return min(runtime.GOMAXPROCS(0), runtime.NumCPU()) }

// fuse returns the fast form of the layers that a network made of x, or nil if it is
// not of the lecture's kind.
func fuse(x *graph.Node, layers []Layer) *fast.Network {
	kinds := []string{"Conv2D", "MaxPool2D", "ReLU", "Conv2D", "MaxPool2D", "ReLU", "Flatten", "Linear"}
	if len(layers) != len(kinds) {
		return nil
	}
	for i, l := range layers {
		if l.made.kind != kinds[i] || l.made.input != x || l.made.output != l.Output || l.made.scope != model.RootScopePath {
			return nil
		}
		if kinds[i] == "Conv2D" && !plainConv(l.Window) || kinds[i] == "MaxPool2D" && l.Window != conv.Pool(2).ForPool() {
			return nil
		}
		x = l.Output
	}
	block1, block2 := layers[2].Shape(), layers[5].Shape()
	return fast.New(
		fast.Block{Name: layers[0].Name, Out: block1[0], Kernel: layers[0].Window.Kernel},
		fast.Block{Name: layers[3].Name, Out: block2[0], Kernel: layers[3].Window.Kernel, Size: block2[1]},
		layers[7].Name)
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
