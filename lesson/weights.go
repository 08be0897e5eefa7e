package lesson

import (
	"fmt"
	"os"
	"strings"

	"convnet.example/lesson/safetensors"
	"convnet.example/lesson/say"
)

// Weights returns copies of the weights by PyTorch's names, such as conv1.weight.
func (c *Classifier) Weights() map[string]safetensors.Tensor {
	return withoutVelocities(c.arrays())
}

// SetWeights sets all of the weights. It forgets the velocities.
func (c *Classifier) SetWeights(weights map[string]safetensors.Tensor) error {
	if err := checkArrays(weights, c.parameters()); err != nil {
		return err
	}
	return c.setArrays(weights)
}

// SaveWeights writes the weights as a safetensors file that PyTorch reads with
//
//	net.load_state_dict(safetensors.torch.load_file("weights.safetensors"))
//
// A file of that name is replaced, in one go.
func (c *Classifier) SaveWeights(file string) error {
	return safetensors.WriteFile(file, c.Weights(), map[string]string{"format": "pt"})
}

// LoadWeights reads weights from a safetensors file: one that [Classifier.SaveWeights]
// wrote, or a PyTorch state_dict saved by safetensors.torch.save_file, also that of a
// wrapped or compiled module. All or none of the weights are set, and the velocities are
// forgotten.
func (c *Classifier) LoadWeights(file string) error {
	arrays, _, err := safetensors.ReadFile(file)
	if err != nil {
		return err
	}
	arrays, passedOver := unwrapped(arrays)
	for _, what := range passedOver {
		fmt.Fprintf(os.Stderr, "%s: %s\n", file, what)
	}
	if err := c.SetWeights(withoutVelocities(arrays)); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// unwrapped takes from a state_dict what PyTorch's wrappers put before all names, and
// arrays of whole numbers, and says so.
func unwrapped(arrays weights) (w weights, passedOver []string) {
	w = weights{}
	counters := 0
	for name, array := range arrays {
		if array.Integers {
			counters++
		} else {
			w[name] = array
		}
	}
	if counters > 0 {
		passedOver = append(passedOver, fmt.Sprintf(say.Text("%d arrays of whole numbers, such as counters of batches, are passed over", "略过了 %d 个整数数组，例如批次计数器"), counters))
	}
	for again := true; again; {
		again = false
		for prefix, by := range map[string]string{"module.": "DataParallel", "_orig_mod.": "torch.compile"} {
			if all := w.without(prefix); all != nil {
				w, again = all, true
				passedOver = append(passedOver, fmt.Sprintf(say.Text("%q, which %s puts before each name, is passed over", "略过了每个名字前面的 %q，它是 %s 加上的"), prefix, by))
			}
		}
	}
	return w, passedOver
}

// without is the weights without a prefix that all their names have, else nil.
func (w weights) without(prefix string) weights {
	short := weights{}
	for name, array := range w {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok {
			return nil
		}
		short[rest] = array
	}
	if len(short) == 0 {
		return nil
	}
	return short
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
