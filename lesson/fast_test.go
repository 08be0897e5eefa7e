package lesson

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// lossAndGradients computes the loss of a batch and its gradients in a form.
func lossAndGradients(t *testing.T, c *Classifier, f form, d *Digits) [][]float32 {
	t.Helper()
	b := newBatch(c.backend, f, d.Len()+1) // one place too many: it must not count
	b.fill(f, d, nil, 0)
	exec, err := model.NewExec(c.backend, c.store, func(scope *model.Scope, inputs []*graph.Node) []*graph.Node {
		inputs, labels := inputs[:len(inputs)-1], inputs[len(inputs)-1]
		logits := f.logits(scope, inputs)
		loss := CrossEntropy(logits, labels)
		real := graph.Slice(logits, graph.AxisRange(0, d.Len()))
		return append([]*graph.Node{loss, real}, scope.BuildTrainableVariablesGradientsGraph(loss)...)
	})
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := exec.Call(b.args(b.labels)...)
	if err != nil {
		t.Fatal(err)
	}
	flat := make([][]float32, len(outputs))
	for i, output := range outputs {
		flat[i] = tensors.MustCopyFlatData[float32](output)
	}
	return flat
}

// smaller is the lecture's network with other kernels and channels.
func smaller(kernel int) Model {
	return func(scope *model.Scope, x *graph.Node) []Layer {
		return NewSequential(scope, x).
			Conv2D("a", 3, Window{Kernel: kernel}).MaxPool2D("b", Window{Kernel: 2}).ReLU("c").
			Conv2D("d", 4, Window{Kernel: kernel}).MaxPool2D("e", Window{Kernel: 2, Stride: 2}).ReLU("f").
			Flatten("g").Linear("h", 10).Layers
	}
}

// scribbles are random images on a blank background, as ties are the rule there.
func scribbles(n int, r *rand.Rand) *Digits {
	d := &Digits{Pixels: make([]byte, n*pixels), Labels: make([]byte, n)}
	for i := range n {
		d.Labels[i] = byte(r.IntN(10))
		for range 150 {
			d.Pixels[i*pixels+(6+r.IntN(16))*Side+6+r.IntN(16)] = byte(r.IntN(256))
		}
	}
	return d
}

func TestFastFormIsTheReadableOne(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	noise := &Digits{Pixels: make([]byte, 5*pixels), Labels: []byte{3, 1, 4, 1, 5}}
	for i := range noise.Pixels {
		noise.Pixels[i] = byte(r.IntN(256))
	}
	inputs := map[string]*Digits{"noise": noise, "scribbles": scribbles(7, r), "blank": {make([]byte, 2*pixels), []byte{0, 9}}}
	for i, m := range []Model{Net, smaller(1), smaller(3), smaller(5), smaller(7)} {
		for name, d := range inputs {
			t.Run(fmt.Sprint(i, name), func(t *testing.T) {
				c, err := NewClassifier(m, int64(i))
				if err != nil {
					t.Fatal(err)
				}
				fast, ok := c.form.(*fused)
				if !ok {
					t.Fatal("no fast form")
				}
				want := lossAndGradients(t, c, plain{m}, d)
				for _, fast.byHand = range []bool{false, true} {
					got := lossAndGradients(t, c, fast, d)
					for j, what := range []string{"loss", "logits", "conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "fc.weight", "fc.bias"} {
						near(t, fmt.Sprint(what, ", by hand ", fast.byHand), got[j], want[j], 1e-5)
					}
				}
			})
		}
	}
}

// TestFastFormTakesTheFirstOfEquals has ties between the second and the third of every
// four values, with different pixels around them: the kernels look at their centre only,
// so that the values are equal, but the gradient of a kernel sees all of the window.
func TestFastFormTakesTheFirstOfEquals(t *testing.T) {
	m, r := smaller(3), rand.New(rand.NewPCG(3, 4))
	c := Must(NewClassifier(m, 1))
	arrays := c.arrays()
	clear(arrays["a.weight"].Data)
	for i := range 3 {
		arrays["a.weight"].Data[9*i+4] = float32(i + 1)
	}
	Check(c.setArrays(arrays))
	d := &Digits{Pixels: make([]byte, pixels), Labels: []byte{7}}
	for i := range d.Pixels {
		d.Pixels[i] = byte(r.IntN(150))
	}
	for i := 1; i+2 < Side; i += 2 { // the kernel's centre is at 1, 1 first
		for j := 1; j+2 < Side; j += 2 {
			largest := byte(160 + r.IntN(90))
			d.Pixels[i*Side+j+1], d.Pixels[(i+1)*Side+j] = largest, largest
		}
	}
	got, want := lossAndGradients(t, c, c.form, d), lossAndGradients(t, c, plain{m}, d)
	near(t, "a.weight", got[2], want[2], 1e-5)
}

func TestOnlyTheLecturesKindHasAFastForm(t *testing.T) {
	models := map[string]func(s *Sequential) *Sequential{
		"even kernel": func(s *Sequential) *Sequential { return s.Conv2D("a", 3, Window{Kernel: 4}) },
		"padding":     func(s *Sequential) *Sequential { return s.Conv2D("a", 3, Window{Kernel: 5, Padding: 2}) },
		"stride":      func(s *Sequential) *Sequential { return s.Conv2D("a", 3, Window{Kernel: 5, Stride: 2}) },
		"dilation":    func(s *Sequential) *Sequential { return s.Conv2D("a", 3, Window{Kernel: 3, Dilation: 2}) },
	}
	for name, first := range models {
		t.Run(name, func(t *testing.T) {
			c, err := NewClassifier(func(scope *model.Scope, x *graph.Node) []Layer {
				return first(NewSequential(scope, x)).MaxPool2D("b", Window{Kernel: 2}).ReLU("c").
					Conv2D("d", 4, Window{Kernel: 3}).MaxPool2D("e", Window{Kernel: 2}).ReLU("f").
					Flatten("g").Linear("h", 10).Layers
			}, 1)
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := c.form.(plain); !ok {
				t.Errorf("computed in the form %T", c.form)
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
	}
	d := scribbles(3, rand.New(rand.NewPCG(5, 6)))
	for name, m := range models {
		t.Run(name, func(t *testing.T) {
			c := Must(NewClassifier(m, 1))
			got := Must(c.Logits(d))
			for i := range got {
				for j, want := range Must(c.FeatureMaps("fc", d.Image(i)))[0][0] {
					if math.Abs(float64(got[i][j])-want) > 1e-5 {
						t.Fatalf("image %d: logit %d is %v, by the readable form %v", i, j, got[i][j], want)
					}
				}
			}
		})
	}
}
