package devices

import "github.com/gomlx/gomlx/core/graph"

// A matrix of columns, one for each place of each image, is [rows, places·n] on one device. In a
// graph for several it is, axis by axis, [rows, devices·places·images of a device]: its second
// axis can be cut into a piece for each device, and a piece is what one device alone would have.

// Columns makes such a matrix of x [rows, …, n], for n images.
func Columns(x *graph.Node) *graph.Node {
	devices, rows, n := x.Graph().NumDevices(), x.Shape().Dim(0), x.Shape().Dim(-1)
	if devices > 1 { // on a device nothing moves
		x = graph.Reshape(x, rows, -1, devices, n/devices)
		x = graph.TransposeAllAxes(x, 0, 2, 1, 3)
	}
	return graph.Reshape(x, rows, -1)
}

// Images gives such a matrix those dimensions, of which the last is n.
func Images(columns *graph.Node, dims ...int) *graph.Node {
	devices, rows, n := columns.Graph().NumDevices(), columns.Shape().Dim(0), dims[len(dims)-1]
	if devices > 1 {
		columns = graph.Reshape(columns, rows, devices, -1, n/devices)
		columns = graph.TransposeAllAxes(columns, 0, 2, 1, 3)
	}
	return graph.Reshape(columns, dims...)
}
