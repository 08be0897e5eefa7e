package lesson

import (
	"convnet.example/lesson/conv"
	"convnet.example/lesson/internal/devices"
	"github.com/gomlx/compute"
	"github.com/gomlx/compute/dtypes"
	"github.com/gomlx/gomlx/core/graph"
)

// Conv2D slides the kernels over the images, as PyTorch's conv2d does:
//
//	y[n,o,i,j] = bias[o] + Σ weight[o,c,a,b] · x[n,c, i·Stride + a·Dilation − Padding, j·Stride + b·Dilation − Padding]
//
// summed over c, a and b, with zeros outside the image. The shapes are
// x [n, in, h, w], weight [out, in, kh, kw], bias [out] or nil → [n, out, h', w'].
// w.Kernel may be 0, as the weight says how large the kernels are.
//
// It gathers every patch in a column and multiplies once (im2col): products of
// matrices are what processors do best.
func Conv2D(x, weight, bias *graph.Node, w conv.Window) *graph.Node {
	checkConv(x, weight, bias)
	w = w.ForKernel(weight.Shape().Dim(2), weight.Shape().Dim(3))
	n, out, in := x.Shape().Dim(0), weight.Shape().Dim(0), weight.Shape().Dim(1)
	kh, kw := weight.Shape().Dim(2), weight.Shape().Dim(3)
	x = graph.TransposeAllAxes(surround(x, 0, w.Padding), 1, 2, 3, 0) // [in, h, w, n]: whole rows to copy
	patches := shifted(x, kh, kw, w)                                  // kh·kw of [in, h', w', n]
	h2, w2 := patches[0].Shape().Dim(1), patches[0].Shape().Dim(2)
	for i, p := range patches {
		patches[i] = devices.Columns(p) // [in, h'·w'·n]
	}
	kernels := graph.Reshape(graph.TransposeAllAxes(weight, 0, 2, 3, 1), out, kh*kw*in)
	y := graph.MatMul(kernels, graph.Concatenate(patches, 0)) // [out, h'·w'·n]
	if bias != nil {
		y = graph.Add(y, graph.Reshape(bias, out, 1))
	}
	return graph.TransposeAllAxes(devices.Images(y, out, h2, w2, n), 3, 0, 1, 2)
}

// shifted returns, for each place a, b of a kh×kw kernel, what lies under it when
// the kernel visits the whole of x [c, h, w, n]: kh·kw nodes of [c, h', w', n].
func shifted(x *graph.Node, kh, kw int, w conv.Window) []*graph.Node {
	rows, columns := w, w
	rows.Kernel, rows.Padding = kh, 0
	columns.Kernel, columns.Padding = kw, 0
	h2, w2 := rows.Size(x.Shape().Dim(1)), columns.Size(x.Shape().Dim(2))
	if h2 < 1 || w2 < 1 {
		panicf("a %d×%d window does not fit on %d×%d pixels: use padding or a smaller kernel", kh, kw, x.Shape().Dim(1), x.Shape().Dim(2))
	}
	var parts []*graph.Node
	for a := range kh {
		for b := range kw {
			parts = append(parts, graph.Slice(x, graph.AxisRange(), every(a*w.Dilation, h2, w.Stride), every(b*w.Dilation, w2, w.Stride)))
		}
	}
	return parts
}

// every picks n places from the first on, stride apart.
func every(first, n, stride int) graph.SliceAxisSpec {
	return graph.AxisRange(first, first+(n-1)*stride+1).Stride(stride)
}

// surround gives the images with a frame of that value.
func surround(x *graph.Node, value float64, width int) *graph.Node {
	if width == 0 {
		return x
	}
	frame := compute.PadAxis{Start: width, End: width}
	return graph.Pad(x, graph.Scalar(x.Graph(), x.DType(), value), compute.PadAxis{}, compute.PadAxis{}, frame, frame)
}

func checkConv(x, weight, bias *graph.Node) {
	if x.Rank() != 4 || weight.Rank() != 4 {
		panicf("Conv2D takes x [n, in, h, w] and weight [out, in, kh, kw]: got x %s and weight %s", x.Shape(), weight.Shape())
	}
	if in, want := x.Shape().Dim(1), weight.Shape().Dim(1); in != want {
		panicf("the images have %d channels and the kernels %d: they must be equal (x is [n, c, h, w], not [n, h, w, c])", in, want)
	}
	if bias != nil && (bias.Rank() != 1 || bias.Shape().Dim(0) != weight.Shape().Dim(0)) {
		panicf("Conv2D wants one bias for each of the %d kernels: got %s", weight.Shape().Dim(0), bias.Shape())
	}
	if x.DType() != dtypes.Float32 && x.DType() != dtypes.Float64 {
		panicf("Conv2D computes with floats: got %s", x.DType())
	}
}
