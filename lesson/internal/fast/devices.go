package fast

import (
	"slices"

	"github.com/gomlx/gomlx/core/graph"
)

// A graph for several devices shares the batch among them. A matrix of columns then is,
// axis by axis, [rows, devices·places·images of a device]: its second axis can be cut into one
// piece for each device, and a piece is what one device alone would be given.

// BatchAxes are the axes of the inputs along which devices share a batch.
func (f *Network) BatchAxes() []int { return slices.Repeat([]int{1}, f.Parts) }

// pictures gives the columns [rows, places·n] those dimensions, of which the last is n, the batch.
func pictures(columns *graph.Node, dims ...int) *graph.Node {
	devices, n := columns.Graph().NumDevices(), dims[len(dims)-1]
	if devices > 1 { // (device, place, image) to (place, device, image): on each device, nothing moves
		columns = graph.Reshape(columns, columns.Shape().Dim(0), devices, -1, n/devices)
		columns = graph.TransposeAllAxes(columns, 0, 2, 1, 3)
	}
	return graph.Reshape(columns, dims...)
}

// columns undoes pictures: [rows, …, n] to [rows, places·n].
func columns(pictures *graph.Node) *graph.Node {
	devices, rows, n := pictures.Graph().NumDevices(), pictures.Shape().Dim(0), pictures.Shape().Dim(-1)
	if devices > 1 {
		pictures = graph.Reshape(pictures, rows, -1, devices, n/devices)
		pictures = graph.TransposeAllAxes(pictures, 0, 2, 1, 3)
	}
	return graph.Reshape(pictures, rows, -1)
}
