package fast

import (
	"convnet.example/lesson/internal/devices"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/graph"
)

// The input of the second layer: its windows of 2×2 blocks of pixels are cut out of x
// [4·in, side, side, n] and become columns [in·(k+1)²+1, size·size·n], PyTorch's Unfold; the
// last row is ones, for the bias. GoMLX derives the way back, PyTorch's Fold.

// unfold goes in two steps, sideways and down: six slices for a 5×5 kernel, where one step takes
// nine. The images keep an axis of their own, which several devices can share.
func (b Block) unfold(x *graph.Node) *graph.Node {
	m, all := (b.Kernel+1)/2, graph.AxisRange()
	var sideways, down []*graph.Node
	for j := range m {
		sideways = append(sideways, graph.Slice(x, all, all, graph.AxisRange(j, j+b.Size)))
	}
	x = graph.Concatenate(sideways, 0) // [m·4·in, side, size, n]
	for i := range m {
		down = append(down, devices.Columns(graph.Slice(x, all, graph.AxisRange(i, i+b.Size))))
	}
	ones := graph.Ones(x.Graph(), shapes.Make(x.DType(), 1, down[0].Shape().Dim(1)))
	return graph.Concatenate(append(down, ones), 0)
}
