package lesson

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/safetensors"
	"github.com/janpfeifer/must"

	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
)

func TestResumeGoesOnAsIfNothingHadHappened(t *testing.T) {
	file := filepath.Join(t.TempDir(), "checkpoint.safetensors")
	config := Config{SGD: SGD{0.05, 0.9}, Seed: 3}
	_, trainer := trainedOn(t, 300, config)
	must.M(trainer.Save(file))
	want := epoch(t, trainer)

	again := must.M1(NewTrainer(must.M1(NewClassifier(Net, 99)), digits.Draw(1, 300), config))
	must.M(again.Resume(file))
	if got := epoch(t, again); !slices.Equal(got, want) {
		t.Errorf("the losses of the second epoch are %v, without a stop %v", got, want)
	}
	if fmt.Sprint(again.History) != fmt.Sprint(trainer.History) {
		t.Errorf("history %v, want %v", again.History, trainer.History)
	}
	if c := must.M1(ReadCheckpoint(file)); c.Done() || c.Images != 300 || len(c.History) != 1 || c.Config.Momentum != 0.9 {
		t.Errorf("the checkpoint says %+v", c)
	}
}

// A training that stops within an epoch, at any step, goes on with the next one: the same
// losses, history and weights as without a stop.
func TestResumeWithinAnEpoch(t *testing.T) {
	config := Config{SGD: SGD{0.05, 0.9}, Seed: 3}
	make := func() *Trainer {
		return must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 300), config))
	}
	whole := make()
	want := append(epoch(t, whole), epoch(t, whole)...)
	for stop := 1; stop <= 5; stop++ { // of 5 steps
		file := filepath.Join(t.TempDir(), "checkpoint.safetensors")
		first := make()
		got := epoch(t, first)
		for step, err := range first.Epoch() {
			must.M(err)
			got = append(got, step.Loss)
			if step.Step == stop {
				break
			}
		}
		must.M(first.Save(file))
		if c := must.M1(ReadCheckpoint(file)); len(c.Losses) != stop || len(c.History) != 1 {
			t.Errorf("after %d steps the checkpoint has %d of an epoch, and %d epochs", stop, len(c.Losses), len(c.History))
		}
		second := make()
		must.M(second.Resume(file))
		got = append(got, epoch(t, second)...)
		if !slices.Equal(got, want) {
			t.Errorf("stopped after step %d: losses %v, without a stop %v", stop, got, want)
		}
		if fmt.Sprint(second.History) != fmt.Sprint(whole.History) || !reflect.DeepEqual(second.classifier.arrays(), whole.classifier.arrays()) {
			t.Errorf("stopped after step %d: another history or other weights", stop)
		}
	}
}

// A training that went on within an epoch and diverges is back where it went on, and says so.
func TestDivergedAfterAResumeWithinAnEpoch(t *testing.T) {
	file := filepath.Join(t.TempDir(), "checkpoint.safetensors")
	_, first := trainedOn(t, 300, Config{})
	for step, err := range first.Epoch() {
		must.M(err)
		if step.Step == 2 {
			break
		}
	}
	must.M(first.Save(file))
	c := must.M1(NewClassifier(Net, 1))
	second := must.M1(NewTrainer(c, digits.Draw(1, 300), Config{SGD: SGD{LearningRate: 1e9}}))
	must.M(second.Resume(file))
	there := c.arrays()
	for range 2 {
		var failed error
		for _, err := range second.Epoch() {
			failed = errors.Join(failed, err)
		}
		if !errors.Is(failed, ErrDiverged) || !strings.Contains(failed.Error(), "back at step 2 of epoch 2") {
			t.Errorf("error %v", failed)
		}
		if len(second.Losses()) != 2 || !reflect.DeepEqual(c.arrays(), there) {
			t.Errorf("%d steps of the epoch, or other weights", len(second.Losses()))
		}
	}
}

func TestResumeWithinAnEpochRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "checkpoint.safetensors")
	trainer := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 300), Config{}))
	for range trainer.Epoch() {
		break
	}
	must.M(trainer.Save(file))
	for _, config := range []Config{{Batch: 32}, {Seed: 2}, {FileOrder: true}} {
		other := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 300), config))
		if err := other.Resume(file); err == nil || !strings.Contains(err.Error(), "stopped within epoch 1") {
			t.Errorf("%+v: %v", config, err)
		}
	}
	other := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 300), Config{SGD: SGD{0.02, 0}, Epochs: 3}))
	if err := other.Resume(file); err != nil {
		t.Errorf("another rate: %v", err)
	}
}

func TestResumeRefuses(t *testing.T) {
	folder := t.TempDir()
	c, trainer := trainedOn(t, 100, Config{})
	checkpoint, weights := filepath.Join(folder, "checkpoint"), filepath.Join(folder, "weights")
	must.M(trainer.Save(checkpoint))
	must.M(c.SaveWeights(weights))
	other := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(2, 100), Config{}))
	if err := other.Resume(checkpoint); err == nil || !strings.Contains(err.Error(), "other images") {
		t.Errorf("other digits: %v", err)
	}
	if err := trainer.Resume(weights); err == nil || !strings.Contains(err.Error(), "no checkpoint") {
		t.Errorf("weights alone: %v", err)
	}
	arrays, metadata, err := safetensors.ReadFile(checkpoint)
	must.M(err)
	arrays["velocity.fc.bias"] = safetensors.Tensor{Shape: []int{1}, Data: []float32{0}}
	must.M(safetensors.WriteFile(weights, arrays, metadata))
	if err := trainer.Resume(weights); err == nil || !strings.Contains(err.Error(), "velocity.fc.bias") {
		t.Errorf("a velocity of another shape: %v", err)
	}
	own := must.M1(NewTrainer(must.M1(NewClassifier(ownNet, 1)), digits.Draw(1, 100), Config{}))
	if err := own.Resume(checkpoint); err == nil || !strings.Contains(err.Error(), "another network") {
		t.Errorf("another network: %v", err)
	}
}

func TestTheLastStepOfAnEpochCanDiverge(t *testing.T) {
	c := must.M1(NewClassifier(Net, 1))
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 64), Config{SGD: SGD{LearningRate: 1e300}}))
	var failed error
	for _, err := range trainer.Epoch() {
		failed = errors.Join(failed, err)
	}
	if !errors.Is(failed, ErrDiverged) || !weights(c.arrays()).finite() {
		t.Errorf("error %v", failed)
	}
}

func TestABatchThatIsNotFullIsAsGoodAsAFullOne(t *testing.T) {
	first, rest := digits.Draw(1, 14).Split(10)
	for name, m := range map[string]Model{"fast or by hand": Net, "as written": written} {
		c := must.M1(NewClassifier(m, 1))
		epoch(t, must.M1(NewTrainer(c, first, Config{FileOrder: true})))
		want := must.M1(c.Loss(rest))
		losses := epoch(t, must.M1(NewTrainer(must.M1(NewClassifier(m, 1)), digits.Draw(1, 14), Config{Batch: 10, FileOrder: true})))
		if len(losses) != 2 || math.Abs(losses[1]-want) > 1e-5 {
			t.Errorf("%s: the losses are %v, and four digits by themselves have %v", name, losses, want)
		}
	}
}

func TestABatchMayBeLargerThanTheData(t *testing.T) {
	trainer := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 10), Config{Batch: 1 << 40}))
	if losses := epoch(t, trainer); len(losses) != 1 || trainer.Steps() != 1 {
		t.Errorf("%d steps", len(losses))
	}
}

func TestFrozenLayersStayAsTheyAre(t *testing.T) {
	file := filepath.Join(t.TempDir(), "checkpoint")
	frozen := func(scope *model.Scope, x *graph.Node) []Layer {
		layers := Net(scope, x)
		for _, name := range []string{"weight", "bias"} {
			scope.At("conv1").GetVariable(name).SetTrainable(false)
		}
		return layers
	}
	c := must.M1(NewClassifier(frozen, 1))
	before := c.Weights()
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 128), Config{}))
	epoch(t, trainer)
	after := c.Weights()
	if !slices.Equal(before["conv1.weight"].Data, after["conv1.weight"].Data) || slices.Equal(before["conv2.weight"].Data, after["conv2.weight"].Data) {
		t.Error("not only conv1 stayed as it was")
	}
	must.M(trainer.Save(file))
	must.M(trainer.Resume(file))
}

func TestEveryEpochHasItsOwnOrder(t *testing.T) {
	trainer := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 50), Config{Seed: 1}))
	first := trainer.order()
	if again := trainer.order(); !slices.Equal(first, again) {
		t.Error("the order of an epoch is not the same twice")
	}
	epoch(t, trainer)
	second := trainer.order()
	if slices.Equal(first, second) || slices.IsSorted(first) {
		t.Errorf("%v, then %v", first, second)
	}
	slices.Sort(second)
	for i, v := range second {
		if i != v {
			t.Fatalf("not every image once: %v", second)
		}
	}
}

func TestReadCheckpointRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "checkpoint")
	for _, text := range []string{"", "null", "[]", "nonsense", `{"Images":1,"History":[{"Accuracy":{"Correct":2,"Total":1}}]}`,
		`{"Images":0}`, `{"Images":1,"Config":{"Batch":-1}}`, `{"Images":1,"Config":{"LearningRate":-1}}`} {
		must.M(safetensors.WriteFile(file, map[string]safetensors.Tensor{}, map[string]string{checkpointKey: text}))
		if c, err := ReadCheckpoint(file); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %+v, %v", text, c, err)
		}
	}
}

func TestDivergedTrainingKeepsTheLastGoodWeights(t *testing.T) {
	c, _ := trainedOn(t, 640, Config{})
	good := c.arrays()
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 640), Config{SGD: SGD{LearningRate: 1e6, Momentum: 0.5}}))
	var failed error
	for _, err := range trainer.Epoch() {
		failed = err
	}
	if !errors.Is(failed, ErrDiverged) || !strings.Contains(failed.Error(), "1e+06 is too large") {
		t.Errorf("error %v", failed)
	}
	after := c.arrays()
	for name := range good {
		if !slices.Equal(good[name].Data, after[name].Data) {
			t.Errorf("%s is not what it was", name)
		}
	}
	if len(trainer.History) != 0 {
		t.Error("the epoch counts")
	}
}

func TestLeavingAnEpochEarlyDoesNotCount(t *testing.T) {
	trainer := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 640), Config{}))
	for step, err := range trainer.Epoch() {
		must.M(err)
		if step.Step == 2 {
			break
		}
	}
	if len(trainer.History) != 0 || len(trainer.Losses()) != 2 {
		t.Error("half an epoch counts, or its steps do not")
	}
	if rest := epoch(t, trainer); len(trainer.History) != 1 || len(rest) != 8 || len(trainer.Losses()) != 0 {
		t.Errorf("the rest of the epoch has %d steps, and it counts %d times", len(rest), len(trainer.History))
	}
}

func TestConfigThatCannotBe(t *testing.T) {
	nan := func() float64 { zero := 0.0; return zero / zero }()
	for _, config := range []Config{
		{SGD: SGD{LearningRate: nan}}, {SGD: SGD{LearningRate: -1}}, {SGD: SGD{Momentum: 0.5}},
		{SGD: SGD{0.1, nan}}, {SGD: SGD{0.1, 1}}, {SGD: SGD{0.1, -0.1}}, {Batch: -1}, {Epochs: -1}, {Devices: -1},
	} {
		if _, err := NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 10), config); err == nil {
			t.Errorf("%+v: no error", config)
		}
	}
	if _, err := NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 0), Config{}); err == nil {
		t.Error("no digits: no error")
	}
}
