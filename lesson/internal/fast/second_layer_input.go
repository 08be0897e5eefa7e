package fast

import (
	"convnet.example/lesson/internal/devices"
	"github.com/gomlx/compute"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/graph"
)

// The input of the second layer: its windows of 2×2 blocks of pixels are cut out of x
// [4·in, side, side, n] and become columns [in·(k+1)²+1, size·size·n], PyTorch's Unfold; the
// last row is ones, for the bias. The gradient goes the way back, PyTorch's Fold.
//
// Both go in two steps, sideways and down: six slices for a 5×5 kernel, where one step takes
// nine.

// secondInput is the input as the backend wants it; package lesson's BenchmarkForms measures
// both on either.
func (f *Network) secondInput() input {
	if f.ForXLA {
		return input{f.conv2.unfoldByAxis, f.conv2.foldByPixel}
	}
	return input{f.conv2.unfold, f.conv2.fold}
}

// unfold makes one axis of columns and images, as pure Go copies faster what lies in long rows.
func (b Block) unfold(x *graph.Node) *graph.Node {
	m, side, n, all := (b.Kernel+1)/2, x.Shape().Dim(1), x.Shape().Dim(3), graph.AxisRange()
	x = graph.Reshape(x, 4*b.in*side, side*n)
	var sideways, down []*graph.Node
	for j := range m {
		sideways = append(sideways, graph.Slice(x, all, graph.AxisRange(j*n, (j+b.Size)*n)))
	}
	x = graph.Reshape(graph.Concatenate(sideways, 0), m*4*b.in, side*b.Size*n)
	for i := range m {
		down = append(down, graph.Slice(x, all, graph.AxisRange(i*b.Size*n, (i+b.Size)*b.Size*n)))
	}
	return withOnes(down)
}

// unfoldByAxis leaves the images an axis of their own, which several devices can share.
func (b Block) unfoldByAxis(x *graph.Node) *graph.Node {
	m, all := (b.Kernel+1)/2, graph.AxisRange()
	var sideways, down []*graph.Node
	for j := range m {
		sideways = append(sideways, graph.Slice(x, all, all, graph.AxisRange(j, j+b.Size)))
	}
	x = graph.Concatenate(sideways, 0) // [m·4·in, side, size, n]
	for i := range m {
		down = append(down, devices.Columns(graph.Slice(x, all, graph.AxisRange(i, i+b.Size))))
	}
	return withOnes(down)
}

// withOnes puts columns below each other, and a row of ones.
func withOnes(columns []*graph.Node) *graph.Node {
	ones := graph.Ones(columns[0].Graph(), shapes.Make(columns[0].DType(), 1, columns[0].Shape().Dim(1)))
	return graph.Concatenate(append(columns, ones), 0)
}

// fold goes the same two steps back: first it adds what the m rows of blocks of a window have
// from the same place of x, then what the m columns have. The windows' gradient itself is never
// made, only that of a row of blocks at a time.
func (b Block) fold(x, kernels, dProducts *graph.Node) *graph.Node {
	m, side, n, all := (b.Kernel+1)/2, x.Shape().Dim(1), x.Shape().Dim(3), graph.AxisRange()
	rows := m * 4 * b.in
	zero := graph.ScalarZero(x.Graph(), x.DType())
	var down, d *graph.Node
	for i := range m {
		row := graph.MatMul(graph.Slice(kernels, graph.AxisRange(i*rows, (i+1)*rows)), dProducts)
		row = graph.Reshape(row, rows, b.Size, b.Size*n)
		down = sum(down, graph.Pad(row, zero, compute.PadAxis{}, compute.PadAxis{Start: i, End: side - b.Size - i}))
	}
	down = graph.Reshape(down, m, 4*b.in*side*b.Size*n)
	for j := range m {
		column := graph.Reshape(graph.Slice(down, graph.AxisElem(j), all), 4*b.in, side, b.Size, n)
		d = sum(d, graph.Pad(column, zero, compute.PadAxis{}, compute.PadAxis{}, compute.PadAxis{Start: j, End: side - b.Size - j}))
	}
	return d
}

// foldByPixel adds up, for each of side×side blocks, what the windows that contain it hold of
// it: XLA makes one loop of each sum, without the zeros that fold adds.
func (b Block) foldByPixel(x, kernels, dProducts *graph.Node) *graph.Node {
	m, side, n := (b.Kernel+1)/2, x.Shape().Dim(1), x.Shape().Dim(3)
	windows := graph.MatMul(kernels, dProducts)
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
