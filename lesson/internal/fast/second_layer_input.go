package fast

import (
	"convnet.example/lesson/internal/devices"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/graph"
)

// The input of the second layer: its windows of 2×2 blocks of pixels are cut out of x
// [4·in, side, side, n] and become columns [in·(k+1)²+1, size·size·n], PyTorch's Unfold; the
// last row is ones, for the bias. The gradient goes the way back, PyTorch's Fold.

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

// fold adds up, for each of side×side blocks, what the windows that contain it hold of it: XLA
// makes one loop of each sum.
func (b Block) fold(x, kernels, dProducts *graph.Node) *graph.Node {
	m, side, n := (b.Kernel+1)/2, x.Shape().Dim(1), x.Shape().Dim(3)
	windows := graph.MatMul(graph.Transpose(kernels, 0, 1), dProducts)
	windows = devices.Images(graph.Slice(windows, graph.AxisRange(0, -1)), m, m, 4*b.in, b.Size, b.Size, n)
	var blocks []*graph.Node
	for y := range side {
		for x := range side {
			var d *graph.Node
			for i := max(0, y-b.Size+1); i <= min(y, m-1); i++ {
				for j := max(0, x-b.Size+1); j <= min(x, m-1); j++ {
					d = sum(d, graph.Slice(windows, graph.AxisElem(i), graph.AxisElem(j), graph.AxisRange(), graph.AxisElem(y-i), graph.AxisElem(x-j)))
				}
			}
			blocks = append(blocks, graph.Reshape(d, 4*b.in, 1, n))
		}
	}
	return graph.Reshape(graph.Concatenate(blocks, 1), 4*b.in, side, side, n)
}

// sum adds y to x, where there is an x.
func sum(x, y *graph.Node) *graph.Node {
	if x == nil {
		return y
	}
	return graph.Add(x, y)
}
