package lesson

import (
	"math"

	"convnet.example/lesson/conv"
	"github.com/gomlx/gomlx/core/graph"
)

// MaxPool2D takes the largest value of each window: [n, c, h, w] → [n, c, h', w'].
// A zero w.Stride means w.Kernel, and padding never wins.
//
// The gradient goes to the first maximum of a window, row by row, as in PyTorch.
// (GoMLX's ReduceMax sends it to every maximum, and a blank background makes ties the
// rule.)
func MaxPool2D(x *graph.Node, w conv.Window) *graph.Node {
	if x.Rank() != 4 {
		panicf("MaxPool2D takes x [n, c, h, w]: got %s", x.Shape())
	}
	w = w.ForPool()
	x = graph.TransposeAllAxes(surround(x, math.Inf(-1), w.Padding), 1, 2, 3, 0)
	parts := shifted(x, w.Kernel, w.Kernel, w)
	best := parts[0]
	for _, part := range parts[1:] {
		best = graph.Where(graph.GreaterThan(part, best), part, best) // a tie keeps the earlier one
	}
	return graph.TransposeAllAxes(best, 3, 0, 1, 2)
}
