package lesson

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"convnet.example/lesson/conv"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
)

// pulled returns y and the gradients of Σ y·gy: the backward pass that PyTorch's
// y.backward(gy) does.
func pulled(y, gy *graph.Node, inputs ...*graph.Node) []*graph.Node {
	sum := graph.ReduceAllSum(graph.Mul(y, gy))
	return append([]*graph.Node{y}, graph.Gradient(sum, inputs...)...)
}

func TestConv2DAsPyTorch(t *testing.T) {
	var cases []struct {
		Padding, Stride, Dilation                  int
		X, Weight, Bias, Y, GY, GX, GWeight, GBias array
	}
	fixture(t, "conv2d.json", &cases)
	for i, c := range cases {
		t.Run(fmt.Sprintf("%d:%v*%v", i, c.X.Shape, c.Weight.Shape), func(t *testing.T) {
			w := conv.Window{Stride: c.Stride, Padding: c.Padding, Dilation: c.Dilation}
			got := run(t, func(in []*graph.Node) []*graph.Node {
				y := Conv2D(in[0], in[1], in[2], w)
				y.AssertDims(c.Y.Shape...)
				return pulled(y, in[3], in[:3]...)
			}, c.X.tensor(), c.Weight.tensor(), c.Bias.tensor(), c.GY.tensor())
			near(t, "y", got[0], c.Y.Data, 1e-5)
			near(t, "gradient of x", got[1], c.GX.Data, 1e-4)
			near(t, "gradient of weight", got[2], c.GWeight.Data, 1e-4)
			near(t, "gradient of bias", got[3], c.GBias.Data, 1e-4)
		})
	}
}

// A convolution without bias is linear in its images and in its kernels, and the backward
// pass of a linear layer is its transpose: ⟨Ax, gy⟩ = ⟨x, Aᵀgy⟩ for any x and gy.
func TestConv2DBackwardIsItsTranspose(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	normal := func(shape ...int) *tensors.Tensor {
		var a []float32
		for range shape[0] * shape[1] * shape[2] * shape[3] {
			a = append(a, float32(random.NormFloat64()))
		}
		return tensors.FromFlatDataAndDimensions(a, shape...)
	}
	for _, w := range []conv.Window{{}, {Stride: 2}, {Padding: 2}, {Dilation: 2}, {Stride: 2, Padding: 1}, {Stride: 3, Padding: 1, Dilation: 2}} {
		w.Kernel = 3
		x, weight, gy := normal(2, 3, 8, 8), normal(4, 3, 3, 3), normal(2, 4, w.Size(8), w.Size(8))
		got := run(t, func(in []*graph.Node) []*graph.Node {
			back := pulled(Conv2D(in[0], in[1], nil, w), in[2], in[:2]...) // y, gx, gw
			dot := func(a, b *graph.Node) *graph.Node { return graph.ReduceAllSum(graph.Mul(a, b)) }
			return []*graph.Node{dot(back[0], in[2]), dot(in[0], back[1]), dot(in[1], back[2])}
		}, x, weight, gy)
		near(t, fmt.Sprintf("%+v: ⟨x, gx⟩", w), got[1], got[0], 1e-4)
		near(t, fmt.Sprintf("%+v: ⟨w, gw⟩", w), got[2], got[0], 1e-4)
	}
}

func TestMaxPool2DAsPyTorch(t *testing.T) {
	var cases []struct {
		Kernel, Stride int
		X, Y, GY, GX   array
	}
	fixture(t, "maxpool2d.json", &cases)
	for i, c := range cases {
		t.Run(fmt.Sprintf("%d:%v", i, c.X.Shape), func(t *testing.T) {
			got := run(t, func(in []*graph.Node) []*graph.Node {
				return pulled(MaxPool2D(in[0], conv.Window{Kernel: c.Kernel, Stride: c.Stride}), in[1], in[0])
			}, c.X.tensor(), c.GY.tensor())
			near(t, "y", got[0], c.Y.Data, 1e-5)
			near(t, "gradient of x", got[1], c.GX.Data, 1e-4)
		})
	}
}

// The numbers are PyTorch 2.15's, torch.nn.functional.relu(x).backward(gy).
func TestReLUAsPyTorch(t *testing.T) {
	x := array{[]int{8}, []float32{-2, -1e-30, float32(math.Copysign(0, -1)), 0, 1e-30, 0.5, 3, 0}}
	gy := array{[]int{8}, []float32{1, 2, 3, 4, 5, 6, -7, -8}}
	got := run(t, func(in []*graph.Node) []*graph.Node {
		return pulled(ReLU(in[0]), in[1], in[0])
	}, x.tensor(), gy.tensor())
	near(t, "y", got[0], []float32{0, 0, 0, 0, 1e-30, 0.5, 3, 0}, 0)
	near(t, "gradient of x", got[1], []float32{0, 0, 0, 0, 5, 6, -7, 0}, 0)
}

func TestReLUHandsOnNaN(t *testing.T) {
	x := array{[]int{2}, []float32{float32(math.NaN()), -1}}
	got := run(t, func(in []*graph.Node) []*graph.Node { return []*graph.Node{ReLU(in[0])} }, x.tensor())
	if got[0][0] == got[0][0] || got[0][1] != 0 {
		t.Errorf("ReLU of NaN and -1: %v", got[0])
	}
}

func TestMaxPool2DGradientGoesToTheFirstMaximum(t *testing.T) {
	x := array{[]int{1, 1, 2, 4}, []float32{0, 0, 3, 7, 0, 0, 7, 7}}
	got := run(t, func(in []*graph.Node) []*graph.Node {
		y := MaxPool2D(in[0], conv.Window{Kernel: 2})
		return graph.Gradient(graph.ReduceAllSum(y), in[0])
	}, x.tensor())
	near(t, "gradient", got[0], []float32{1, 0, 0, 1, 0, 0, 0, 0}, 0)
}

func TestMaxPool2DPaddingNeverWins(t *testing.T) {
	x := array{[]int{1, 1, 2, 2}, []float32{-1, -2, -3, -4}}
	got := run(t, func(in []*graph.Node) []*graph.Node {
		return []*graph.Node{MaxPool2D(in[0], conv.Window{Kernel: 2, Padding: 1})}
	}, x.tensor())
	near(t, "y", got[0], []float32{-1, -2, -3, -4}, 0)
}

func TestCrossEntropyAsPyTorch(t *testing.T) {
	var cases []struct {
		Logits, GLogits array
		Labels          []int32
		Loss            float32
	}
	fixture(t, "crossentropy.json", &cases)
	for i, c := range cases {
		t.Run(fmt.Sprintf("%d:%v", i, c.Logits.Shape), func(t *testing.T) {
			got := run(t, func(in []*graph.Node) []*graph.Node {
				loss := CrossEntropy(in[0], in[1])
				return append([]*graph.Node{loss}, graph.Gradient(loss, in[0])...)
			}, c.Logits.tensor(), tensors.FromValue(c.Labels))
			near(t, "loss", got[0], []float32{c.Loss}, 1e-5)
			near(t, "gradient of logits", got[1], c.GLogits.Data, 1e-4)
		})
	}
}

func TestCrossEntropyLeavesOutNegativeLabels(t *testing.T) {
	logits := []float32{1, 2, 3, 0, 1, 0, 9, 9, 9}
	build := func(in []*graph.Node) []*graph.Node {
		loss := CrossEntropy(in[0], in[1])
		return append([]*graph.Node{loss}, graph.Gradient(loss, in[0])...)
	}
	two := run(t, build, tensors.FromFlatDataAndDimensions(logits[:6], 2, 3), tensors.FromValue([]int32{0, 1}))
	three := run(t, build, tensors.FromFlatDataAndDimensions(logits, 3, 3), tensors.FromValue([]int32{0, 1, -1}))
	near(t, "loss", three[0], two[0], 1e-6)
	near(t, "gradient", three[1], append(two[1], 0, 0, 0), 1e-6)
}

func TestLinear(t *testing.T) {
	x := array{[]int{2, 3}, []float32{1, 2, 3, 4, 5, 6}}
	weight := array{[]int{2, 3}, []float32{1, 0, -1, 2, 1, 0}}
	bias := array{[]int{2}, []float32{10, 20}}
	got := run(t, func(in []*graph.Node) []*graph.Node {
		return pulled(Linear(in[0], in[1], in[2]), graph.OnesLike(Linear(in[0], in[1], in[2])), in...)
	}, x.tensor(), weight.tensor(), bias.tensor())
	near(t, "y", got[0], []float32{8, 24, 8, 33}, 0)
	near(t, "gradient of x", got[1], []float32{3, 1, -1, 3, 1, -1}, 0)
	near(t, "gradient of weight", got[2], []float32{5, 7, 9, 5, 7, 9}, 0)
	near(t, "gradient of bias", got[3], []float32{2, 2}, 0)
}

func TestLayersSayWhatDoesNotFit(t *testing.T) {
	x := array{[]int{1, 28, 28, 1}, make([]float32, 784)}
	weight := array{[]int{10, 1, 5, 5}, make([]float32, 250)}
	_, err := graph.CallOnce(testBackend(t), func(x, weight *graph.Node) *graph.Node {
		return Conv2D(x, weight, nil, conv.Window{})
	}, x.tensor(), weight.tensor())
	if err == nil || !strings.Contains(err.Error(), "28 channels") {
		t.Errorf("images as [n, h, w, c]: error %v", err)
	}
	_, err = graph.CallOnce(testBackend(t), func(x, weight *graph.Node) *graph.Node {
		return Linear(graph.Reshape(x, 1, -1), graph.Reshape(weight, 10, 25), nil)
	}, x.tensor(), weight.tensor())
	if err == nil || !strings.Contains(err.Error(), "Linear takes") {
		t.Errorf("784 values into 25: error %v", err)
	}
}
