package lesson

import "github.com/gomlx/gomlx/core/graph"

// ReLU is max(x, 0), number by number.
//
// Its slope at exactly 0 is 0, as in PyTorch. (That of GoMLX's activation.Relu is 1, and
// exact zeros are not rare: a kernel of zeros gives nothing else.)
func ReLU(x *graph.Node) *graph.Node {
	zeros := graph.ZerosLike(x)
	return graph.Where(graph.LessOrEqual(x, zeros), zeros, x)
}
