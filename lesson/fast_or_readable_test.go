package lesson

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/fast"
	"github.com/janpfeifer/must"

	"github.com/gomlx/compute/dtypes"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// lossAndGradients computes the loss of a batch and its gradients in a form.
func lossAndGradients(t *testing.T, c *Classifier, f form, d *mnist.Set) [][]float32 {
	t.Helper()
	b := feed{c.backend, f, 1}.newBatch(d.Len() + 1) // one place too many: it must not count
	b.fill(f, d, nil, 0)
	exec, err := model.NewExec(c.backend, c.store, func(scope *model.Scope, inputs []*graph.Node) []*graph.Node {
		inputs, labels := inputs[:len(inputs)-1], inputs[len(inputs)-1]
		logits := f.Logits(scope, inputs)
		loss := CrossEntropy(logits, labels)
		real := graph.Slice(logits, graph.AxisRange(0, d.Len()))
		return append([]*graph.Node{loss, real}, scope.BuildTrainableVariablesGradientsGraph(loss)...)
	})
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := exec.Call(b.args()...)
	if err != nil {
		t.Fatal(err)
	}
	flat := make([][]float32, len(outputs))
	for i, output := range outputs {
		flat[i] = tensors.MustCopyFlatData[float32](output)
	}
	return flat
}

// fastForm gives the classifier the fast form, whatever formOf has chosen.
func fastForm(c *Classifier) *fast.Network {
	f := netKind(c).fast()
	c.form, c.hand = f, nil
	return f
}

// netKind is what formOf knows of the classifier's network.
func netKind(c *Classifier) *kind {
	g := graph.NewGraph(c.backend, "kind")
	x := graph.Parameter(g, "x", shapes.Make(dtypes.Float32, 1, 1, mnist.Side, mnist.Side))
	return kindOf(x, c.model(c.store.RootScope(), x))
}

// byHand computes the loss of images, their logits and the gradients by hand.
func byHand(c *Classifier, d *mnist.Set) [][]float32 {
	c.hand = netKind(c).byHand()
	images, labels := pick(d, nil, 0, d.Len())
	list := [][]float32{nil, slices.Concat(must.M1(c.logitsByHand(d))...)}
	write(values(c.handVariables()), func(w [][]float32) {
		loss, gradients := c.hand.NewLearner().Gradients(w, images, labels)
		list[0] = []float32{float32(loss)}
		list = append(list, gradients...)
	})
	return list
}

// results are what lossAndGradients returns.
var results = []string{"loss", "logits", "conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "fc.weight", "fc.bias"}

// otherWays computes in all ways but the readable one.
func otherWays(t *testing.T, c *Classifier, d *mnist.Set) map[string][][]float32 {
	return map[string][][]float32{"fast": lossAndGradients(t, c, fastForm(c), d), "by hand": byHand(c, d)}
}

// smaller is the lecture's network with other kernels and channels.
func smaller(kernel int) Model {
	return func(scope *model.Scope, x *graph.Node) []Layer {
		return NewSequential(scope, x).
			Conv2D("a", 3, conv.Window{Kernel: kernel}).MaxPool2D("b", conv.Window{Kernel: 2}).ReLU("c").
			Conv2D("d", 4, conv.Window{Kernel: kernel}).MaxPool2D("e", conv.Window{Kernel: 2, Stride: 2}).ReLU("f").
			Flatten("g").Linear("h", 10).Layers
	}
}

// scribbles are random images on a blank background, as ties are the rule there.
func scribbles(n int, r *rand.Rand) *mnist.Set {
	d := &mnist.Set{Pixels: make([]byte, n*mnist.Pixels), Labels: make([]byte, n)}
	for i := range n {
		d.Labels[i] = byte(r.IntN(10))
		for range 150 {
			d.Pixels[i*mnist.Pixels+(6+r.IntN(16))*mnist.Side+6+r.IntN(16)] = byte(r.IntN(256))
		}
	}
	return d
}

func TestFastFormIsTheReadableOne(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	noise := &mnist.Set{Pixels: make([]byte, 5*mnist.Pixels), Labels: []byte{3, 1, 4, 1, 5}}
	for i := range noise.Pixels {
		noise.Pixels[i] = byte(r.IntN(256))
	}
	inputs := map[string]*mnist.Set{"noise": noise, "scribbles": scribbles(7, r), "blank": {Pixels: make([]byte, 2*mnist.Pixels), Labels: []byte{0, 9}}}
	for i, m := range []Model{Net, smaller(1), smaller(3), smaller(5), smaller(7)} {
		for name, d := range inputs {
			t.Run(fmt.Sprint(i, name), func(t *testing.T) {
				c, err := NewClassifier(m, int64(i))
				if err != nil {
					t.Fatal(err)
				}
				want := lossAndGradients(t, c, plain{m}, d)
				for way, got := range otherWays(t, c, d) {
					for j, what := range results {
						near(t, what+", "+way, got[j], want[j], 1e-5)
					}
				}
			})
		}
	}
}

// TestZerosStopTheGradient has exact zeros before a ReLU: all of a layer's, or those of a
// blank image. There the slope is 0, as in PyTorch, in every way to compute it.
func TestZerosStopTheGradient(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for block, layer := range []string{"conv1", "conv2"} {
		c := must.M1(NewClassifier(Net, 1))
		arrays := c.arrays()
		clear(arrays[layer+".weight"].Data)
		clear(arrays[layer+".bias"].Data)
		must.M(c.setArrays(arrays))
		d := scribbles(3, r)
		want := lossAndGradients(t, c, plain{Net}, d)
		for way, got := range otherWays(t, c, d) {
			for j, name := range results {
				near(t, layer+" zero: "+name+", "+way, got[j], want[j], 1e-5)
				if stopped := j >= 2 && j < 4+2*block; stopped && slices.ContainsFunc(want[j], func(v float32) bool { return v != 0 }) {
					t.Errorf("%s zero: %s still has a gradient: %v", layer, name, want[j])
				}
			}
		}
	}
}

// TestOverflowShows has weights so large that sums overflow, to infinities of either sign and
// their difference, which is no number: the loss must not be one either.
func TestOverflowShows(t *testing.T) {
	for _, layer := range []string{"conv1", "conv2", "fc"} {
		c := must.M1(NewClassifier(Net, 1))
		arrays := c.arrays()
		for i, w := range arrays[layer+".weight"].Data {
			arrays[layer+".weight"].Data[i] = float32(math.Copysign(3e38, float64(w)))
		}
		must.M(c.setArrays(arrays))
		d := scribbles(3, rand.New(rand.NewPCG(5, 6)))
		ways := otherWays(t, c, d)
		ways["as it is written"] = lossAndGradients(t, c, plain{Net}, d)
		for way, got := range ways {
			if loss := float64(got[0][0]); finite(loss) {
				t.Errorf("%s overflows, and %s the loss is %v", layer, way, loss)
			}
		}
	}
}

// TestFastFormTakesTheFirstOfEquals has ties between the second and the third of every
// four values, with different pixels around them: the kernels look at their centre only,
// so that the values are equal, but the gradient of a kernel sees all of the window.
func TestFastFormTakesTheFirstOfEquals(t *testing.T) {
	m, r := smaller(3), rand.New(rand.NewPCG(3, 4))
	c := must.M1(NewClassifier(m, 1))
	arrays := c.arrays()
	clear(arrays["a.weight"].Data)
	for i := range 3 {
		arrays["a.weight"].Data[9*i+4] = float32(i + 1)
	}
	must.M(c.setArrays(arrays))
	d := &mnist.Set{Pixels: make([]byte, mnist.Pixels), Labels: []byte{7}}
	for i := range d.Pixels {
		d.Pixels[i] = byte(r.IntN(150))
	}
	for i := 1; i+2 < mnist.Side; i += 2 { // the kernel's centre is at 1, 1 first
		for j := 1; j+2 < mnist.Side; j += 2 {
			largest := byte(160 + r.IntN(90))
			d.Pixels[i*mnist.Side+j+1], d.Pixels[(i+1)*mnist.Side+j] = largest, largest
		}
	}
	want := lossAndGradients(t, c, plain{m}, d)
	for way, got := range otherWays(t, c, d) {
		near(t, "a.weight, "+way, got[2], want[2], 1e-5)
	}
}

func TestOnlyTheLecturesKindHasAFastForm(t *testing.T) {
	models := map[string]func(s *Sequential) *Sequential{
		"even kernel": func(s *Sequential) *Sequential { return s.Conv2D("a", 3, conv.Window{Kernel: 4}) },
		"padding":     func(s *Sequential) *Sequential { return s.Conv2D("a", 3, conv.Window{Kernel: 5, Padding: 2}) },
		"stride":      func(s *Sequential) *Sequential { return s.Conv2D("a", 3, conv.Window{Kernel: 5, Stride: 2}) },
		"dilation":    func(s *Sequential) *Sequential { return s.Conv2D("a", 3, conv.Window{Kernel: 3, Dilation: 2}) },
	}
	for name, first := range models {
		t.Run(name, func(t *testing.T) {
			c, err := NewClassifier(func(scope *model.Scope, x *graph.Node) []Layer {
				return first(NewSequential(scope, x)).MaxPool2D("b", conv.Window{Kernel: 2}).ReLU("c").
					Conv2D("d", 4, conv.Window{Kernel: 3}).MaxPool2D("e", conv.Window{Kernel: 2}).ReLU("f").
					Flatten("g").Linear("h", 10).Layers
			}, 1)
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := c.form.(plain); !ok || c.hand != nil {
				t.Errorf("computed in the form %T, by hand %v", c.form, c.hand != nil)
			}
		})
	}
}

// TestFastFormIsNotForOthers has networks with the layers of the lecture's, but not only
// them: the fast form would leave out what they add.
func TestFastFormIsNotForOthers(t *testing.T) {
	models := map[string]Model{
		"turned image": func(scope *model.Scope, x *graph.Node) []Layer { return Net(scope, graph.Reverse(x, 3)) },
		"doubled logits": func(scope *model.Scope, x *graph.Node) []Layer {
			layers := Net(scope, x)
			layers[7].Output = graph.MulScalar(layers[7].Output, 2)
			return layers
		},
		"sub-scope": func(scope *model.Scope, x *graph.Node) []Layer { return Net(scope.In("net"), x) },
		"own layer": func(scope *model.Scope, x *graph.Node) []Layer {
			layers := Net(scope, x)
			layers[5] = Layer{Name: "relu2", Output: layers[5].Output}
			return layers
		},
		"renamed layer": func(scope *model.Scope, x *graph.Node) []Layer {
			layers := Net(scope, x)
			layers[0].Name = "first"
			return layers
		},
		"other window": func(scope *model.Scope, x *graph.Node) []Layer {
			layers := Net(scope, x)
			layers[3].Window.Kernel = 3
			return layers
		},
	}
	d := scribbles(3, rand.New(rand.NewPCG(5, 6)))
	for name, m := range models {
		t.Run(name, func(t *testing.T) {
			c := must.M1(NewClassifier(m, 1))
			got := must.M1(c.Logits(d))
			for i := range got {
				for j, want := range must.M1(c.FeatureMaps("fc", d.Image(i)))[0][0] {
					if math.Abs(float64(got[i][j])-want) > 1e-5 {
						t.Fatalf("image %d: logit %d is %v, by the readable form %v", i, j, got[i][j], want)
					}
				}
			}
		})
	}
}
