package fast

import (
	"convnet.example/lesson/internal/devices"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/graph"
)

// unfold returns the windows of x [4·in, h, w, n], 2×2 blocks of pixels as channels, as
// columns [in·(k+1)²+1, size·size·n]: PyTorch's Unfold. The last row is ones, for the bias.
func (b Block) unfold(x *graph.Node) *graph.Node {
	m, all := (b.Kernel+1)/2, graph.AxisRange()
	var parts []*graph.Node
	for i := range m {
		for j := range m {
			parts = append(parts, graph.Slice(x, all, graph.AxisRange(i, i+b.Size), graph.AxisRange(j, j+b.Size)))
		}
	}
	return withOnes(parts)
}

// withOnes puts parts [rows, size, size, n] below each other, as columns, and a row of ones.
func withOnes(parts []*graph.Node) *graph.Node {
	for i, part := range parts {
		parts[i] = devices.Columns(part)
	}
	ones := graph.Ones(parts[0].Graph(), shapes.Make(parts[0].DType(), 1, parts[0].Shape().Dim(1)))
	return graph.Concatenate(append(parts, ones), 0)
}

// unfoldByAxis is unfold in two steps, first sideways, then down: fewer and larger copies,
// six of them for a 5×5 kernel where unfold makes nine.
func (b Block) unfoldByAxis(x *graph.Node) *graph.Node {
	m, all := (b.Kernel+1)/2, graph.AxisRange()
	var sideways, down []*graph.Node
	for j := range m {
		sideways = append(sideways, graph.Slice(x, all, all, graph.AxisRange(j, j+b.Size)))
	}
	x = graph.Concatenate(sideways, 0) // [m·4·in, h, size, n]
	for i := range m {
		down = append(down, graph.Slice(x, all, graph.AxisRange(i, i+b.Size)))
	}
	return withOnes(down)
}

// foldable is unfold for XLA, with its gradient written by hand.
//
// GoMLX would derive it: each slice's gradient is padded with zeros to the size of x, and
// the nine are added, zeros and all. What this saves is measured by package lesson's
// BenchmarkForms, with XLA: fast/foldable beside fast/whole.
func (b Block) foldable(x *graph.Node) *graph.Node {
	var dWindows *graph.Node // the backward pass comes to the windows first, then to x
	x = graph.IdentityWithCustomGradient(x, func(x, _ *graph.Node) *graph.Node {
		return b.fold(dWindows, x.Shape().Dim(1))
	})
	return graph.IdentityWithCustomGradient(b.unfoldByAxis(x), func(_, d *graph.Node) *graph.Node {
		dWindows = d
		return d
	})
}

// fold adds up, for each of side×side blocks, what the windows that contain it hold of it:
// [in·(k+1)²+1, size·size·n] to [4·in, side, side, n], PyTorch's Fold. The row of ones is
// left out.
func (b Block) fold(windows *graph.Node, side int) *graph.Node {
	m, n := (b.Kernel+1)/2, windows.Shape().Dim(1)/(b.Size*b.Size)
	windows = devices.Images(graph.Slice(windows, graph.AxisRange(0, -1)), m, m, 4*b.in, b.Size, b.Size, n)
	var blocks []*graph.Node
	for y := range side {
		for x := range side {
			var sum *graph.Node
			for i := max(0, y-b.Size+1); i <= min(y, m-1); i++ {
				for j := max(0, x-b.Size+1); j <= min(x, m-1); j++ {
					term := graph.Slice(windows, graph.AxisElem(i), graph.AxisElem(j), graph.AxisRange(), graph.AxisElem(y-i), graph.AxisElem(x-j))
					if sum == nil {
						sum = term
					} else {
						sum = graph.Add(sum, term)
					}
				}
			}
			blocks = append(blocks, graph.Reshape(sum, 4*b.in, 1, n))
		}
	}
	return graph.Reshape(graph.Concatenate(blocks, 1), 4*b.in, side, side, n)
}
