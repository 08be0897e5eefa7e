package lesson

import (
	"strings"

	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
	"github.com/gomlx/gomlx/ml/train/optimizer"
)

// SGD is stochastic gradient descent with momentum, by PyTorch's rule. For each
// weight w with gradient g it keeps a velocity v, at first 0:
//
//	v ← Momentum·v + g
//	w ← w − LearningRate·v
//
// It is GoMLX's [optimizer.Interface]. (GoMLX's own SGD has no momentum, and divides
// the rate by the square root of the step unless it is told not to.)
type SGD struct{ LearningRate, Momentum float64 }

var _ optimizer.Interface = SGD{}

// velocities is the scope of the velocities: /velocity/conv1/weight.
const velocities = "velocity"

// UpdateGraph adds one step down the gradient of the loss to the graph.
func (s SGD) UpdateGraph(scope *model.Scope, g *graph.Graph, loss *graph.Node) {
	if !loss.Shape().IsScalar() {
		panicf("SGD minimizes one number, the loss: got %s (take the mean)", loss.Shape())
	}
	optimizer.IncrementGlobalStep(g, loss.DType())
	gradients := scope.BuildTrainableVariablesGradientsGraph(loss)
	for i, v := range trained(scope, g) {
		s.update(scope, v, gradients[i])
	}
}

// update moves one variable.
func (s SGD) update(scope *model.Scope, v *model.Variable, gradient *graph.Node) {
	if s.Momentum != 0 {
		velocity := velocityOf(scope.Store(), v)
		gradient = graph.Add(graph.MulScalar(velocity.NodeValue(gradient.Graph()), s.Momentum), gradient)
		velocity.SetNodeValue(gradient)
	}
	v.SetNodeValue(graph.Sub(v.NodeValue(gradient.Graph()), graph.MulScalar(gradient, s.LearningRate)))
}

// move is what update does, without a graph: it moves weights w by their gradients g, and the
// velocities v, nil without momentum. It tells whether all weights are still numbers.
func (s SGD) move(w, v, g []float32) bool {
	rate, momentum, sum := float32(s.LearningRate), float32(s.Momentum), float32(0)
	for i, step := range g {
		if v != nil {
			v[i] = momentum*v[i] + step
			step = v[i]
		}
		w[i] -= rate * step
		sum += 0 * w[i]
	}
	return sum == 0
}

// Clear forgets the velocities.
func (s SGD) Clear(scope *model.Scope) error {
	return scope.Store().DeleteVariablesInScope(velocities)
}

// trained returns the variables that the graph uses and that may change, in the
// order in which GoMLX returns their gradients.
func trained(scope *model.Scope, g *graph.Graph) []*model.Variable {
	var variables []*model.Variable
	for v := range scope.IterVariables() {
		if v.Trainable && v.InUseByGraph(g) {
			variables = append(variables, v)
		}
	}
	return variables
}

// velocityOf returns the velocity of a variable, at first 0.
func velocityOf(store *model.Store, v *model.Variable) *model.Variable {
	path := "/" + velocities + "/" + strings.TrimPrefix(v.Path(), "/")
	return store.VariableWithValue(path, tensors.FromShape(v.Shape())).SetTrainable(false)
}
