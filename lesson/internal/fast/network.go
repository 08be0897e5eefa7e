package fast

import (
	"convnet.example/lesson/internal/devices"
	"github.com/gomlx/compute"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

// Network computes a network of the lecture's kind — convolution, 2×2 pooling, ReLU,
// twice, then one linear layer — with one large product of matrices for each convolution.
//
// A 2×2 max pooling looks at four neighbouring values of a k×k convolution. They
// depend on one window of (k+1)×(k+1) pixels, and these windows are two pixels apart.
// So the kernels, put into the four corners of such a window, give the four values
// in one product:
//
//	[4·out, in·(k+1)²+1] · [in·(k+1)²+1, places] = [4·out, places]
//
// where the one more is the bias, times one; and pooling and ReLU are the maximum of four
// and zero. That is (k+1)²/k² times the multiplications of all k×k windows, 1.44 times for
// k = 5, and little more than a third of the numbers in the columns. The batch is the
// innermost axis everywhere: then every copy is a copy of whole rows.
//
// The windows of the first layer are cut out of the images before the step (Fill).
// Those of the second come from a trick called space-to-depth: with each 2×2 block
// of pixels as four channels, windows two pixels apart are windows one block apart.
type Network struct {
	conv1, conv2 Block
	fc           string
}

// A Block is a convolution, its pooling and its ReLU.
type Block struct {
	Name            string
	in, Out, Kernel int
	Size            int // rows and columns after pooling
}

// New returns the fast form of a network with these convolutions, whose in and size
// it fills in, and that linear layer. The second one's size is given.
func New(conv1, conv2 Block, fc string) *Network {
	conv1.in, conv2.in = 1, conv1.Out
	conv1.Size = 2*conv2.Size + conv2.Kernel - 1 // all that the second layer looks at: an even number
	return &Network{conv1: conv1, conv2: conv2, fc: fc}
}

// Logits computes the network from the windows of the first layer.
func (f *Network) Logits(scope *model.Scope, inputs []*graph.Node) *graph.Node {
	windows := inputs[0]
	g := windows.Graph()
	y := largestOfFour(graph.MatMul(f.conv1.kernels(scope, g), windows)) // [out, places·n]
	half, n := f.conv1.Size/2, y.Shape().Dim(1)/(f.conv1.Size*f.conv1.Size)
	blocks := devices.Images(y, 4*f.conv1.Out, half, half, n) // space-to-depth: see Fill
	y = largestOfFour(graph.MatMul(f.conv2.kernels(scope, g), f.conv2.unfold(blocks)))
	weight, bias := layerOf(scope, f.fc, g)
	places := f.conv2.Size * f.conv2.Size
	y = devices.Images(y, f.conv2.Out*places, y.Shape().Dim(1)/places)
	y = graph.Add(graph.MatMul(weight, y), graph.Reshape(bias, -1, 1))
	return graph.Transpose(y, 0, 1)
}

// kernels returns the kernels of a block in the corners of its windows.
func (b Block) kernels(scope *model.Scope, g *graph.Graph) *graph.Node {
	weight, bias := layerOf(scope, b.Name, g)
	return b.fourCorners(weight, bias)
}

// layerOf returns the parameters of a layer, which the readable form has made.
func layerOf(scope *model.Scope, name string, g *graph.Graph) (weight, bias *graph.Node) {
	scope = scope.In("%s", name)
	return scope.GetVariable("weight").NodeValue(g), scope.GetVariable("bias").NodeValue(g)
}

// fourCorners puts the kernels [out, in, k, k] into the four corners of a window of
// (k+1)×(k+1) pixels: [4·out, in·(k+1)²+1], with the bias at the end of each row. The numbers
// of a row are ordered (m, n, c, a, b), for the pixel (2m+a, 2n+b) of channel c.
func (b Block) fourCorners(weight, bias *graph.Node) *graph.Node {
	m := (b.Kernel + 1) / 2
	zero := graph.ScalarZero(weight.Graph(), weight.DType())
	var corners []*graph.Node
	for _, at := range [][2]int{{0, 0}, {1, 0}, {0, 1}, {1, 1}} { // down first: see largestOfFour
		corners = append(corners, graph.Pad(weight, zero, compute.PadAxis{}, compute.PadAxis{},
			compute.PadAxis{Start: at[0], End: 1 - at[0]}, compute.PadAxis{Start: at[1], End: 1 - at[1]}))
	}
	k := graph.Reshape(graph.Concatenate(corners, 0), 4*b.Out, b.in, m, 2, m, 2)
	k = graph.Reshape(graph.TransposeAllAxes(k, 0, 2, 4, 1, 3, 5), 4*b.Out, 4*b.in*m*m)
	bias = graph.Reshape(graph.Concatenate([]*graph.Node{bias, bias, bias, bias}, 0), 4*b.Out, 1)
	return graph.Concatenate([]*graph.Node{k, bias}, 1)
}

// largestOfFour is the largest of four products and zero: [out, places], of products
// [4·out, places] in the order top left, bottom left, top right, bottom right.
//
// Its gradient goes to the first largest of the four, in the order of MaxPool2D: top left, top
// right, bottom left, bottom right.
func largestOfFour(products *graph.Node) *graph.Node {
	var dProducts *graph.Node // found on the way back, at the largest, which comes before the products
	products = graph.IdentityWithCustomGradient(products, func(_, _ *graph.Node) *graph.Node { return dProducts })
	left, right := halves(products)
	rows := graph.Max(left, right)
	top, bottom := halves(rows)
	best := graph.Max(top, bottom)
	return graph.IdentityWithCustomGradient(graph.MaxScalar(best, 0), func(y, d *graph.Node) *graph.Node {
		dTop, dBottom := shareGradient(graph.Mul(d, positive(y)), best, top)
		dLeft, dRight := shareGradient(graph.Concatenate([]*graph.Node{dTop, dBottom}, 0), rows, left)
		dProducts = graph.Concatenate([]*graph.Node{dLeft, dRight}, 0)
		return d // leads back to the products, which take dProducts instead
	})
}

// halves returns the upper and the lower half of the rows of x.
func halves(x *graph.Node) (upper, lower *graph.Node) {
	parts := graph.Split(x, 0, 2)
	return parts[0], parts[1]
}

// shareGradient gives the gradient d of a maximum of two to the first of them where it is
// the maximum, else to the second.
func shareGradient(d, maximum, first *graph.Node) (dFirst, dSecond *graph.Node) {
	dSecond = graph.Mul(d, positive(graph.Sub(maximum, first)))
	return graph.Sub(d, dSecond), dSecond
}

// positive is 1 where x > 0 and 0 where x = 0; x is never negative, and never as small
// as 1e-38. It is plain arithmetic: no comparison, no choice.
func positive(x *graph.Node) *graph.Node { return graph.MinScalar(graph.MulScalar(x, 1e38), 1) }
