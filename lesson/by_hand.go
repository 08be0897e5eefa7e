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
func (c *Classifier) logitsByHand(d *mnist.Set) (logits [][]float32, err error) {
	images, _ := pick(d, nil, 0, d.Len())
	return logits, try(func() {
		var reader *byhand.Reader
		write(values(c.handVariables()), func(w [][]float32) { reader = c.hand.NewReader(w) })
		logits = reader.Logits(images)
	})
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

// A learner makes steps by hand.
type learner struct {
	*byhand.Learner
	variables  []*model.Variable // in the order of byhand.Weights
	velocities []*model.Variable // nil for one that does not learn, and without momentum
}

func (c *Classifier) newLearner(s SGD) *learner {
	l := &learner{Learner: c.hand.NewLearner(), variables: c.handVariables()}
	for _, v := range l.variables {
		var velocity *model.Variable
		if v.Trainable && s.Momentum != 0 {
			velocity = velocityOf(c.store, v)
		}
		l.velocities = append(l.velocities, velocity)
	}
	return l
}

// stepsByHand makes the steps that are left of an epoch, and yields their losses: what
// stepsOfGraph does.
func (t *Trainer) stepsByHand(yield func(float64, error) bool) {
	order, size := t.order(), t.batch()
	for from := len(t.losses) * size; from < t.digits.Len(); from += size {
		loss := 0.0
		err := try(func() {
			images, labels := pick(t.digits, order, from, min(from+size, t.digits.Len()))
			loss = t.learner.step(t.config.SGD, images, labels)
		})
		if !yield(loss, err) || err != nil {
			return
		}
	}
}

// step learns from the images and returns the loss before, or NaN if a weight was lost.
func (l *learner) step(s SGD, images [][]byte, labels []byte) (loss float64) {
	write(values(l.variables), func(weights [][]float32) {
		var gradients byhand.Weights
		loss, gradients = l.Gradients(weights, images, labels)
		for i, v := range l.variables {
			if v.Trainable && !s.moveVariable(weights[i], l.velocities[i], gradients[i]) {
				loss = math.NaN()
			}
		}
	})
	return loss
}

// moveVariable is move for one variable, with its velocities in another or, without momentum, nil.
func (s SGD) moveVariable(weights []float32, velocity *model.Variable, gradient []float32) (numbers bool) {
	if velocity == nil {
		return s.move(weights, nil, gradient)
	}
	tensors.MustMutableFlatData(velocity.MustValue(), func(velocity []float32) {
		numbers = s.move(weights, velocity, gradient)
	})
	return numbers
}
