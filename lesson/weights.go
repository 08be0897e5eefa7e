package lesson

import (
	"fmt"

	"convnet.example/lesson/safetensors"
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
// wrote, or a PyTorch state_dict saved by safetensors.torch.save_file. All or none of
// the weights are set, and the velocities are forgotten.
func (c *Classifier) LoadWeights(file string) error {
	arrays, _, err := safetensors.ReadFile(file)
	if err != nil {
		return err
	}
	if err := c.SetWeights(withoutVelocities(arrays)); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
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
