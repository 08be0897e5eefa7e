package lesson

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// weights are copies of a classifier's variables, by name.
type weights map[string]Tensor

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
	found := c.variables()
	maps.DeleteFunc(found, func(name string, _ *model.Variable) bool { return isVelocity(name) })
	return found
}

func isVelocity(name string) bool { return strings.HasPrefix(name, velocities+".") }

// arrays copies the variables.
func (c *Classifier) arrays() weights {
	copies := weights{}
	for name, v := range c.variables() {
		copies[name] = Tensor{v.Shape().Dimensions, tensors.MustCopyFlatData[float32](v.MustValue())}
	}
	return copies
}

// setArrays sets the variables. A velocity that the arrays do not have is 0.
func (c *Classifier) setArrays(w weights) error {
	for name, v := range c.parameters() {
		if velocity, ok := w[velocities+"."+name]; ok && slices.Equal(velocity.Shape, v.Shape().Dimensions) {
			velocityOf(c.store, v)
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

// SaveWeights writes the weights as a safetensors file that PyTorch reads with
//
//	net.load_state_dict(safetensors.torch.load_file("weights.safetensors"))
//
// A file of that name is replaced, in one go.
func (c *Classifier) SaveWeights(file string) error {
	arrays := c.arrays()
	maps.DeleteFunc(arrays, func(name string, _ Tensor) bool { return isVelocity(name) })
	return writeSafetensorsFile(file, arrays, map[string]string{"format": "pt"})
}

// LoadWeights reads weights from a safetensors file: one that [Classifier.SaveWeights]
// wrote, or a PyTorch state_dict saved by safetensors.torch.save_file. All or none of
// the weights are set.
func (c *Classifier) LoadWeights(file string) error {
	arrays, _, err := readSafetensorsFile(file)
	if err != nil {
		return err
	}
	maps.DeleteFunc(arrays, func(name string, _ Tensor) bool { return isVelocity(name) })
	if err := checkArrays(arrays, c.parameters()); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return c.setArrays(arrays)
}

// Restore makes a classifier with the weights of a file: a checkpoint, or a file that
// [Classifier.LoadWeights] reads.
func Restore(m Model, file string) (*Classifier, error) {
	c, err := NewClassifier(m, 0)
	if err != nil {
		return nil, err
	}
	return c, c.LoadWeights(file)
}

// checkArrays tells what does not fit between the arrays of a file and the weights of
// the network.
func checkArrays(arrays map[string]Tensor, want map[string]*model.Variable) error {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		got, ok := arrays[name]
		if !ok {
			return fmt.Errorf("there is no %s, only %v: the weights are another network's", name, slices.Sorted(maps.Keys(arrays)))
		}
		if dims := want[name].Shape().Dimensions; !slices.Equal(got.Shape, dims) {
			return fmt.Errorf("%s is %v and the network's is %v: the weights are another network's", name, got.Shape, dims)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(arrays)) {
		if want[name] == nil {
			return fmt.Errorf("the network has no %s: the weights are another network's", name)
		}
	}
	return nil
}
