package lesson

import (
	"github.com/gomlx/gomlx/core/graph"
)

// Linear is a fully connected layer: x [n, in], weight [out, in], bias [out] or nil
// → x · weightᵀ + bias, [n, out].
func Linear(x, weight, bias *graph.Node) *graph.Node {
	if x.Rank() != 2 || weight.Rank() != 2 || x.Shape().Dim(1) != weight.Shape().Dim(1) {
		panicf("Linear takes x [n, in] and weight [out, in]: got x %s and weight %s", x.Shape(), weight.Shape())
	}
	y := graph.EinsumAxes(x, weight, [][2]int{{1, 1}}, nil)
	if bias != nil {
		y = graph.Add(y, graph.Reshape(bias, 1, -1))
	}
	return y
}
