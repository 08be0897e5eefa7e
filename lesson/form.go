package lesson

import (
	"github.com/gomlx/compute"
	"github.com/gomlx/compute/gobackend"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

// A form is one way to compute a model's logits [n, 10]: what it is fed and what it
// does with it.
type form interface {
	// shapes are the shapes of the inputs for n images.
	shapes(n int) [][]int
	// fill writes the inputs for the images. There may be fewer images than there is
	// room for; what is left over is of no consequence.
	fill(inputs [][]float32, images [][]byte)
	// logits builds the graph.
	logits(scope *model.Scope, inputs []*graph.Node) *graph.Node
}

// formOf decides how a model, which made those layers of x, is computed: in the fast
// form if it has one. There the pure-Go backend, which gives one operation to one core,
// gets the batch in two halves to compute side by side; XLA, which shares its work out
// itself, gets the second layer's windows and their gradient in the way it is fast at.
func formOf(m Model, x *graph.Node, layers []Layer, backend compute.Backend) form {
	f := fuse(x, layers)
	if f == nil {
		return plain{m}
	}
	if backend.String() == gobackend.BackendName {
		f.parts = 2
	} else {
		f.byHand = true
	}
	return f
}

// plain computes the model as it is written, on normalized images [n, 1, 28, 28].
type plain struct{ model Model }

func (p plain) shapes(n int) [][]int { return [][]int{{n, 1, Side, Side}} }

func (p plain) fill(inputs [][]float32, images [][]byte) {
	for i, image := range images {
		for j, pixel := range image {
			inputs[0][i*pixels+j] = normalized[pixel]
		}
	}
}

func (p plain) logits(scope *model.Scope, inputs []*graph.Node) *graph.Node {
	return last(p.model(scope, inputs[0]))
}
