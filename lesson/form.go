package lesson

import (
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

// A form is one way to compute a model's logits [n, 10]: what it is fed and what it
// does with it.
type form interface {
	// shape is the shape of the input for n images.
	shape(n int) []int
	// fill writes the input for the images. There may be fewer than shape has room
	// for; the rest of dst keeps its values.
	fill(dst []float32, images [][]byte)
	// logits builds the graph.
	logits(scope *model.Scope, input *graph.Node) *graph.Node
}

// formOf decides how a model is computed: in the fast form if it has one.
func formOf(m Model, layers []Layer) form {
	if f := fuse(layers); f != nil {
		return f
	}
	return plain{m}
}

// plain computes the model as it is written, on normalized images [n, 1, 28, 28].
type plain struct{ model Model }

func (p plain) shape(n int) []int { return []int{n, 1, Side, Side} }

func (p plain) fill(dst []float32, images [][]byte) {
	for i, image := range images {
		for j, pixel := range image {
			dst[i*pixels+j] = normalized[pixel]
		}
	}
}

func (p plain) logits(scope *model.Scope, x *graph.Node) *graph.Node {
	return last(p.model(scope, x))
}

func last(layers []Layer) *graph.Node { return layers[len(layers)-1].Output }
