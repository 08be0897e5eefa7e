package lesson

import (
	"math"
	"testing"

	"github.com/janpfeifer/must"
)

// lenetRun are PyTorch's numbers of 300 steps of the lecture's program, from the
// weights in lenet_init.safetensors, on the images in file order.
type lenetRun struct {
	LR, Momentum float64
	Batch, Steps int
	LogitsFirst4 array `json:"logits_first4"`
	Losses       []float64
	Correct      int                `json:"correct_of_10000"`
	NormsAfter   map[string]float64 `json:"norms_after"`
}

func TestTrainingAsPyTorch(t *testing.T) {
	data := realMNIST(t)
	var run lenetRun
	fixture(t, "lenet_run.json", &run)
	c, err := NewClassifier(Net, 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.LoadWeights(fixturePath("lenet_init.safetensors")); err != nil {
		t.Fatal(err)
	}
	logits, err := c.Logits(data.Train.First(4))
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range logits {
		for j, v := range row {
			if want := run.LogitsFirst4.Data[10*i+j]; math.Abs(float64(v-want)) > 1e-4 {
				t.Errorf("image %d, logit %d: %v, want %v", i, j, v, want)
			}
		}
	}
	trainer, err := NewTrainer(c, data.Train.First(run.Batch*run.Steps),
		Config{SGD: SGD{run.LR, run.Momentum}, Batch: run.Batch, FileOrder: true})
	if err != nil {
		t.Fatal(err)
	}
	sum, want := 0.0, 0.0
	for step, err := range trainer.Epoch() {
		if err != nil {
			t.Fatal(err)
		}
		if diff := math.Abs(step.Loss - run.Losses[step.Step-1]); step.Step <= 60 && diff > 0.001 {
			t.Errorf("step %d: loss %v, want %v", step.Step, step.Loss, run.Losses[step.Step-1])
		}
		sum += step.Loss
		want += run.Losses[step.Step-1]
	}
	if math.Abs(sum/want-1) > 0.01 {
		t.Errorf("mean loss %v, want %v", sum/float64(run.Steps), want/float64(run.Steps))
	}
	if accuracy := must.M1(c.Test(data.Test)); math.Abs(float64(accuracy.Correct-run.Correct)) > 100 {
		t.Errorf("it reads %d of 10,000, want about %d: rounding drives two programs apart, but not that far", accuracy.Correct, run.Correct)
	}
	for name, values := range c.arrays() {
		want, ok := run.NormsAfter[name]
		if !ok {
			continue // a velocity
		}
		if norm := norm(values.Data); math.Abs(norm/want-1) > 0.01 {
			t.Errorf("the norm of %s is %v, want %v", name, norm, want)
		}
	}
}

func norm(values []float32) float64 {
	sum := 0.0
	for _, v := range values {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum)
}
