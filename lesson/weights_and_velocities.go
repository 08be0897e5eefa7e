package lesson

import (
	"maps"
	"math"
	"slices"
	"strings"

	"convnet.example/lesson/safetensors"
	"convnet.example/lesson/say"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// weights are copies of a classifier's variables, by name.
type weights map[string]safetensors.Tensor

// variables returns the weights and velocities by PyTorch's way of naming:
// /conv1/weight is conv1.weight, and its velocity is velocity.conv1.weight.
func (c *Classifier) variables() map[string]*model.Variable {
	found := map[string]*model.Variable{}
	for v := range c.store.IterVariables() {
		path := strings.TrimPrefix(v.Path(), "/")
		if strings.Contains(path, "/") { // else it is a counter of the optimizer
			found[strings.ReplaceAll(path, "/", ".")] = v
		}
	}
	return found
}

// parameters returns the variables that are learned.
func (c *Classifier) parameters() map[string]*model.Variable {
	return withoutVelocities(c.variables())
}

// withoutVelocities takes the velocities out of what is listed by name.
func withoutVelocities[V any](named map[string]V) map[string]V {
	maps.DeleteFunc(named, func(name string, _ V) bool { return strings.HasPrefix(name, velocities+".") })
	return named
}

// arrays copies the variables.
func (c *Classifier) arrays() weights {
	copies := weights{}
	for name, v := range c.variables() {
		copies[name] = safetensors.Tensor{Shape: v.Shape().Dimensions, Data: tensors.MustCopyFlatData[float32](v.MustValue())}
	}
	return copies
}

// setArrays sets the variables. A velocity that the arrays do not have is 0.
func (c *Classifier) setArrays(w weights) error {
	for name, v := range c.parameters() {
		if _, ok := w[velocities+"."+name]; ok {
			velocityOf(c.store, v) // makes it, if it is new
		}
	}
	for name, v := range c.variables() {
		t := tensors.FromShape(v.Shape())
		tensors.MustMutableFlatData(t, func(flat []float32) { copy(flat, w[name].Data) })
		if err := v.SetValue(t); err != nil {
			return err
		}
	}
	return nil
}

// finite tells whether every weight is a number.
func (w weights) finite() bool {
	for _, t := range w {
		for _, v := range t.Data {
			if !finite(float64(v)) {
				return false
			}
		}
	}
	return true
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// checkState is checkArrays for weights with velocities, of which a layer that does not
// learn has none.
func (c *Classifier) checkState(arrays map[string]safetensors.Tensor) error {
	learned, want := maps.Clone(arrays), c.parameters()
	for name, array := range arrays {
		of, ok := strings.CutPrefix(name, velocities+".")
		if !ok {
			continue
		}
		delete(learned, name)
		if v := want[of]; v == nil || !slices.Equal(array.Shape, v.Shape().Dimensions) {
			return say.Errorf("%s %v fits no weight: the weights are another network's",
				"%s %v 和哪个权重都对不上：这是另一个网络的权重", name, array.Shape)
		}
	}
	return checkArrays(learned, want)
}

// checkArrays tells what does not fit between the arrays of a file and the weights of
// the network.
func checkArrays(arrays map[string]safetensors.Tensor, want map[string]*model.Variable) error {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		got, ok := arrays[name]
		if !ok {
			return say.Errorf("there is no %s, only %v: the weights are another network's",
				"没有 %s，只有 %v：这是另一个网络的权重", name, slices.Sorted(maps.Keys(arrays)))
		}
		if dims := want[name].Shape().Dimensions; !slices.Equal(got.Shape, dims) {
			return say.Errorf("%s is %v and the network's is %v: the weights are another network's",
				"%s 是 %v，而网络的是 %v：这是另一个网络的权重", name, got.Shape, dims)
		}
	}
	if !weights(arrays).finite() {
		return say.Errorf("not all weights are numbers: the training that made them had diverged",
			"权重里有不是数的值：得到它们的那次训练已经发散")
	}
	for _, name := range slices.Sorted(maps.Keys(arrays)) {
		if want[name] == nil {
			return say.Errorf("the network has no %s: the weights are another network's",
				"网络里没有 %s：这是另一个网络的权重", name)
		}
	}
	return nil
}
