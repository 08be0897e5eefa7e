package lesson

import (
	"convnet.example/lesson/internal/devices"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// A network that is not computed by hand learns in a graph, which is compiled once and then run
// for each step.

// stepGraph is the whole lesson: its second line predicts, the third compares, the fourth
// differentiates and updates. The result is the loss before the update, or NaN if a weight was
// lost in it: see unlessLost.
func (t *Trainer) stepGraph(scope *model.Scope, inputs []*graph.Node) *graph.Node {
	inputs, labels := inputs[:len(inputs)-1], inputs[len(inputs)-1]
	logits := t.classifier.form.Logits(scope, inputs)
	loss := CrossEntropy(logits, labels)
	t.config.UpdateGraph(scope, labels.Graph(), loss)
	return unlessLost(loss, scope)
}

// unlessLost is the loss, or NaN in the very step after which a weight is no longer a number: 0
// times the sum of all weights is 0, or else NaN. The next step may hide such a weight, as a
// maximum does.
func unlessLost(loss *graph.Node, scope *model.Scope) *graph.Node {
	sum := graph.ScalarZero(loss.Graph(), loss.DType())
	for _, v := range trained(scope, loss.Graph()) {
		sum = graph.Add(sum, graph.ReduceAllSum(v.NodeValue(loss.Graph())))
	}
	return graph.Add(loss, graph.MulScalar(sum, 0))
}

// compileStep makes the step of the graph, shared among the devices.
func (t *Trainer) compileStep() (err error) {
	c, n := t.classifier, t.config.Devices
	if t.step, err = model.NewExec(c.backend, c.store, t.stepGraph); err != nil {
		return err
	}
	if err := devices.Share(t.step, n, append(c.form.BatchAxes(), 0)...); err != nil { // the labels are [n]
		return err
	}
	if n == 1 { // several compile it in the first step
		_, err = t.step.Compile(c.feed(1).shardShapes(t.batch())...)
	}
	return err
}

// stepsOfGraph makes the steps that are left of an epoch, and yields their losses.
func (t *Trainer) stepsOfGraph(yield func(float64, error) bool) {
	defer devices.Lend(t.step)()
	for b := range t.classifier.feed(t.config.Devices).load(t.digits, t.order(), len(t.losses)*t.batch(), t.batch()) {
		loss := 0.0
		losses, err := t.step.Call(b.args()...)
		if err == nil { // read in place, and from the first device: XLA takes 0.07 ms for a copy
			err = tensors.ConstFlatData(losses[0], func(flat []float32) { loss = float64(flat[0]) })
		}
		if !yield(loss, err) || err != nil {
			return
		}
	}
}
