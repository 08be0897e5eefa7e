package lesson

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"

	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

func ExampleSummary() {
	net := must.M1(NewClassifier(Net, 1))
	fmt.Print(Summary(net.Layers))
	// Output:
	// layer      output     parameters  multiply-adds
	// conv1      10×24×24          260         144000
	// pool1      10×12×12            0              0
	// relu1      10×12×12            0              0
	// conv2      20×8×8           5020         320000
	// pool2      20×4×4              0              0
	// relu2      20×4×4              0              0
	// flatten    320                 0              0
	// fc         10               3210           3200
	// total                       8490         467200
}

func TestFirstWeightsAreUniformAsPyTorchs(t *testing.T) {
	fanIn := map[string]int{"conv1": 25, "conv2": 250, "fc": 320}
	c := must.M1(NewClassifier(Net, 7))
	for name, array := range c.arrays() {
		bound := 1 / math.Sqrt(float64(fanIn[strings.Split(name, ".")[0]]))
		sum, squares, largest := 0.0, 0.0, 0.0
		for _, v := range array.Data {
			sum += float64(v)
			squares += float64(v) * float64(v)
			largest = max(largest, math.Abs(float64(v)))
		}
		n := float64(len(array.Data))
		if largest > bound || len(array.Data) > 100 && largest < 0.95*bound {
			t.Errorf("%s: the largest is %v of a bound of %v", name, largest, bound)
		}
		if len(array.Data) < 100 {
			continue
		}
		if mean := sum / n; math.Abs(mean) > 4*bound/math.Sqrt(3*n) {
			t.Errorf("%s: mean %v", name, mean)
		}
		if variance := squares / n; math.Abs(3*variance/bound/bound-1) > 4/math.Sqrt(n) {
			t.Errorf("%s: variance %v, want %v", name, variance, bound*bound/3)
		}
	}
}

func TestSeedDecidesTheFirstWeights(t *testing.T) {
	a, again, b := must.M1(NewClassifier(Net, 1)).arrays(), must.M1(NewClassifier(Net, 1)).arrays(), must.M1(NewClassifier(Net, 2)).arrays()
	for name := range a {
		if !slices.Equal(a[name].Data, again[name].Data) {
			t.Errorf("%s: the same seed gives other weights", name)
		}
		if slices.Equal(a[name].Data, b[name].Data) {
			t.Errorf("%s: another seed gives the same weights", name)
		}
	}
	inUnits := func(name string, fanIn float64) string {
		return fmt.Sprintf("%.4f", float64(a[name].Data[0])*math.Sqrt(fanIn))
	}
	if inUnits("conv1.bias", 25) == inUnits("fc.bias", 320) {
		t.Error("two layers draw the same numbers")
	}
}

// ownNet is a reader's network: other kernels, a layer more, an operation of its own.
func ownNet(scope *model.Scope, x *graph.Node) []Layer {
	return NewSequential(scope, x).
		Conv2D("a", 4, conv.Window{Kernel: 3, Padding: 1}).ReLU("b").
		Conv2D("c", 6, conv.Window{Kernel: 5, Stride: 2}).Apply("d", graph.Tanh).
		MaxPool2D("e", conv.Window{Kernel: 3, Stride: 2}).
		Flatten("f").Linear("g", 20).ReLU("h").Linear("i", 10).Layers
}

func TestOwnModelTrains(t *testing.T) {
	c := must.M1(NewClassifier(ownNet, 1))
	first, final := 0.0, 0.0
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 640), Config{SGD: SGD{0.05, 0.9}}))
	for range 4 {
		for step, err := range trainer.Epoch() {
			must.M(err)
			if first == 0 {
				first = step.Loss
			}
			final = step.Loss
		}
	}
	if !(final < first/2) {
		t.Errorf("the loss went from %v to %v", first, final)
	}
}

func TestModelsThatCannotBe(t *testing.T) {
	models := map[string]Model{
		"Flatten": func(s *model.Scope, x *graph.Node) []Layer { return NewSequential(s, x).Linear("fc", 10).Layers },
		"ten logits": func(s *model.Scope, x *graph.Node) []Layer {
			return NewSequential(s, x).Flatten("f").Linear("fc", 9).Layers
		},
		"got none": func(*model.Scope, *graph.Node) []Layer { return nil },
		"not fit": func(s *model.Scope, x *graph.Node) []Layer {
			return NewSequential(s, x).Conv2D("c", 1, conv.Window{Kernel: 29}).Layers
		},
		"sub-scope": func(s *model.Scope, x *graph.Node) []Layer {
			return NewSequential(s, x).Flatten("f").Linear("fc", 10).Linear("fc", 10).Layers
		},
		"of a string": func(*model.Scope, *graph.Node) []Layer { panic("of a string") },
		"before Flatt": func(s *model.Scope, x *graph.Node) []Layer {
			return NewSequential(s, x).Flatten("f").Conv2D("c", 1, conv.Window{Kernel: 3}).Layers
		},
	}
	for want, m := range models {
		if _, err := NewClassifier(m, 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want an error with %q, got %v", want, err)
		}
	}
}
