package lesson

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/devices"
	"convnet.example/lesson/say"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// A Step is one update of the weights.
type Step struct {
	Epoch int     // from 1
	Step  int     // in this epoch, from 1
	Steps int     // in an epoch
	Loss  float64 // of the batch, before the update
}

// A Result is what is known of an epoch when it is over.
type Result struct {
	Loss     float64  // mean over the epoch's steps
	Accuracy Accuracy // the last test's; zero if there was none
}

// ErrDiverged is in the error of an epoch whose loss, or a weight, became infinite or NaN.
var ErrDiverged error = divergence{}

type divergence struct{}

func (divergence) Error() string {
	return say.Text("the loss is no longer a number", "损失已经不是一个数")
}

// A Trainer teaches a classifier.
type Trainer struct {
	History []Result // of each epoch

	classifier *Classifier
	digits     *mnist.Set
	config     Config
	step       *model.Exec // or, by hand:
	learner    *learner
	good       weights   // at the end of the last epoch, or where a checkpoint went on
	goodLosses []float64 // of the steps of the epoch that had begun there
	losses     []float64 // of the steps of the epoch that has begun
}

// NewTrainer prepares to teach the classifier those digits.
func NewTrainer(c *Classifier, digits *mnist.Set, config Config) (*Trainer, error) {
	config = config.withDefaults()
	if err := config.Check(); err != nil {
		return nil, err
	}
	if err := digits.Check(); err != nil {
		return nil, err
	}
	if err := c.checkDevices(config.Devices); err != nil {
		return nil, err
	}
	if digits.Len() == 0 {
		return nil, say.Errorf("there are no digits to train with",
			"没有可以用来训练的数字")
	}
	t := &Trainer{classifier: c, digits: digits, config: config, good: c.arrays()}
	if c.hand != nil {
		t.learner = c.newLearner(config.SGD)
		return t, nil
	}
	var err error
	if t.step, err = model.NewExec(c.backend, c.store, t.stepGraph); err != nil {
		return nil, err
	}
	if err := devices.Share(t.step, config.Devices, append(c.form.BatchAxes(), 0)...); err != nil { // the labels are [n]
		return nil, err
	}
	if config.Devices == 1 { // several compile it in the first step
		_, err = t.step.Compile(c.feed(1).shardShapes(t.batch())...)
	}
	return t, err
}

// batch is how many images a step is given.
func (t *Trainer) batch() int { return min(t.config.Batch, t.digits.Len()) }

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

// Done tells whether the trainer has had its epochs.
func (t *Trainer) Done() bool { return len(t.History) >= t.config.Epochs }

// Epochs returns the number of epochs to train in all.
func (t *Trainer) Epochs() int { return t.config.Epochs }

// Steps returns the number of steps in an epoch.
func (t *Trainer) Steps() int {
	return (t.digits.Len() + t.batch() - 1) / t.batch()
}

// Losses returns the losses of the steps of an epoch that has begun and is not over: none
// between two epochs.
func (t *Trainer) Losses() []float64 { return slices.Clone(t.losses) }

// Epoch goes once through the digits and yields every step. Whoever leaves it early goes on
// with the next step at the next call. When a step fails, the epoch ends with its error. When
// the loss is no longer a number, the weights go back to what they were at the end of the
// epoch before, or where [Trainer.Resume] took them up, if that was in this epoch.
func (t *Trainer) Epoch() iter.Seq2[Step, error] {
	return func(yield func(Step, error) bool) {
		at := Step{Epoch: len(t.History) + 1, Step: len(t.losses), Steps: t.Steps()}
		steps := t.stepsOfGraph
		if t.learner != nil {
			steps = t.stepsByHand
		}
		for loss, err := range steps {
			at.Step, at.Loss = at.Step+1, loss
			if err != nil {
				yield(at, say.Errorf("epoch %d, step %d: %w",
					"第 %d 轮第 %d 步：%w", at.Epoch, at.Step, err))
				return
			}
			if !finite(at.Loss) {
				yield(at, t.diverged(at))
				return
			}
			t.losses = append(t.losses, at.Loss)
			if !yield(at, nil) {
				return
			}
		}
		good := t.classifier.arrays()
		if !good.finite() {
			yield(at, t.diverged(at))
			return
		}
		t.good, t.goodLosses = good, nil
		sum := 0.0
		for _, loss := range t.losses {
			sum += loss
		}
		t.History, t.losses = append(t.History, Result{Loss: sum / float64(at.Steps)}), nil
	}
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

func (t *Trainer) diverged(at Step) error {
	t.losses = slices.Clone(t.goodLosses)
	back := fmt.Sprintf(say.Text("the weights are back at the end of epoch %d", "权重已恢复到第 %d 轮结束时"), len(t.History))
	if n := len(t.losses); n > 0 {
		back = fmt.Sprintf(say.Text("the weights are back at step %d of epoch %d", "权重已恢复到第 %[2]d 轮第 %[1]d 步之后"), n, len(t.History)+1)
	}
	if err := t.classifier.setArrays(t.good); err != nil {
		back = fmt.Sprintf(say.Text("and the weights could not be put back: %v", "而且权重恢复不了：%v"), err)
	}
	return say.Errorf("epoch %d, step %d of %d: %w: the learning rate %v is too large, try a tenth of it (%s)",
		"第 %d 轮第 %d 步（共 %d 步）：%w：学习率 %v 太大了，试试它的十分之一（%s）",
		at.Epoch, at.Step, at.Steps, ErrDiverged, t.config.LearningRate, back)
}

// order is the order of the digits in the next epoch: it depends on the seed and the
// epoch, so that a resumed training goes on as if nothing had happened.
func (t *Trainer) order() []int {
	if t.config.FileOrder {
		return nil
	}
	return rand.New(rand.NewPCG(uint64(t.config.Seed), uint64(len(t.History)))).Perm(t.digits.Len())
}

// Test reads the digits, without learning from them, and notes the result.
func (t *Trainer) Test(d *mnist.Set) (Accuracy, error) {
	accuracy, err := t.classifier.Test(d)
	if err == nil && len(t.History) > 0 {
		t.History[len(t.History)-1].Accuracy = accuracy
	}
	return accuracy, err
}

// Accuracies returns the accuracy after each epoch, for [plots.Accuracy]; it is NaN where
// there was no test.
func (t *Trainer) Accuracies() []float64 {
	list := make([]float64, len(t.History))
	for i, result := range t.History {
		list[i] = math.NaN()
		if result.Accuracy.Total > 0 {
			list[i] = result.Accuracy.Rate()
		}
	}
	return list
}
