package lesson

import (
	"math"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/byhand"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// On pure Go a network of the lecture's kind needs no graph: see package byhand. Its weights and
// velocities stay where they are, in the classifier's store, for whatever else looks at them.

// logitsByHand is Logits without a graph.
func (c *Classifier) logitsByHand(d *mnist.Set) [][]float32 {
	images, _ := pick(d, nil, 0, d.Len())
	var logits [][]float32
	write(values(c.handVariables()), func(w [][]float32) { logits = c.hand.Logits(byhand.Weights(w), images) })
	return logits
}

// handVariables are the parameters in the order of byhand.Weights.
func (c *Classifier) handVariables() (list []*model.Variable) {
	for _, layer := range c.hand.Layers() {
		scope := c.store.RootScope().In("%s", layer)
		list = append(list, scope.GetVariable("weight"), scope.GetVariable("bias"))
	}
	return list
}

func values(variables []*model.Variable) (list []*tensors.Tensor) {
	for _, v := range variables {
		list = append(list, v.MustValue())
	}
	return list
}

// stepsByHand makes the steps that are left of an epoch, and yields their losses: what
// stepsOfGraph does.
func (t *Trainer) stepsByHand(yield func(float64, error) bool) {
	variables := t.classifier.handVariables()
	order, size := t.order(), t.batch()
	for from := len(t.losses) * size; from < t.digits.Len(); from += size {
		if !yield(t.stepByHand(variables, order, from, min(from+size, t.digits.Len())), nil) {
			return
		}
	}
}

// stepByHand learns from the images between two positions of the order, and returns the loss
// before, or NaN if a weight was lost.
func (t *Trainer) stepByHand(variables []*model.Variable, order []int, from, end int) (loss float64) {
	images, labels := pick(t.digits, order, from, end)
	write(values(variables), func(weights [][]float32) {
		var gradients byhand.Weights
		loss, gradients = t.learner.Gradients(weights, images, labels)
		for i, v := range variables {
			if v.Trainable && !t.move(v, weights[i], gradients[i]) {
				loss = math.NaN()
			}
		}
	})
	return loss
}

// move moves a variable's weights, and tells whether they are still numbers.
func (t *Trainer) move(v *model.Variable, weights, gradient []float32) (finite bool) {
	if t.config.Momentum == 0 {
		return t.config.SGD.move(weights, nil, gradient)
	}
	velocity := velocityOf(t.classifier.store, v).MustValue()
	tensors.MustMutableFlatData(velocity, func(velocity []float32) {
		finite = t.config.SGD.move(weights, velocity, gradient)
	})
	return finite
}
