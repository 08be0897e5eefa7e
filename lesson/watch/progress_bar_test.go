package watch

import (
	"fmt"
	"math"
	"testing"
	"time"

	"convnet.example/lesson"
	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

func TestProgress(t *testing.T) {
	start := time.Now()
	p := progress{epochs: 10, at: lesson.Step{Epoch: 1, Steps: 938}, start: start}
	lines := []struct {
		step lesson.Step
		at   time.Duration
		want string
	}{
		{lesson.Step{Epoch: 1, Step: 1, Steps: 938, Loss: 2.5}, 20 * time.Millisecond, "epoch 1/10 ░░░░░░░░░░ 1/938  loss 2.500"},
		{lesson.Step{Epoch: 1, Step: 2, Steps: 938, Loss: 1.5}, 3 * time.Second, "epoch 1/10 ░░░░░░░░░░ 2/938  loss 2.000  234 min 27 s left"},
		{lesson.Step{Epoch: 2, Step: 1, Steps: 938, Loss: 0.5}, 4 * time.Second, "epoch 2/10 ░░░░░░░░░░ 1/938  loss 0.500  187 min 35 s left"},
	}
	if got, want := p.bar(), "epoch 1/10 ░░░░░░░░░░ 0/938"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, line := range lines {
		p.step(line.step, start.Add(line.at))
		if got := p.bar(); got != line.want {
			t.Errorf("got %q, want %q", got, line.want)
		}
	}
}

// The lecture's training, a step every 8 ms.
func TestProgressOfTheLecture(t *testing.T) {
	p := progress{epochs: 10, start: time.Now()}
	now := p.start
	for epoch := 1; epoch <= 10; epoch++ {
		for step := 1; step <= 938; step++ {
			now = now.Add(8 * time.Millisecond)
			p.step(lesson.Step{Epoch: epoch, Step: step, Steps: 938, Loss: 0.1}, now)
			if epoch == 3 && step == 312 {
				if got, want := p.bar(), "epoch 3/10 ███░░░░░░░ 312/938  loss 0.100  58 s left"; got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		}
	}
	if got, want := p.bar(), "epoch 10/10 ██████████ 938/938  loss 0.100  0 s left"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	last := lesson.Result{Loss: 0.0349, Accuracy: lesson.Accuracy{Correct: 9872, Total: 10000}}
	got, want := p.total(last, 75*time.Second), "10 epochs ██████████ 9380 steps in 75 s  loss 0.035  98 % (9872/10000)"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := p.total(lesson.Result{Loss: 0.5}, 100*time.Second), "10 epochs ██████████ 9380 steps in 1 min 40 s  loss 0.500"; got != want {
		t.Errorf("without a test: got %q, want %q", got, want)
	}
}

func TestMeans(t *testing.T) {
	m := means{every: 2}
	for step, loss := range []float64{4, 2, 1, 3, 7} {
		m.add(step+1, loss)
	}
	wantValues(t, m.values, 3, 2) // the fifth loss has no partner yet
}

// A training that goes on after epoch 1 of 3 steps has no losses of it.
func TestMeansOfATrainingThatGoesOn(t *testing.T) {
	m := means{every: 2}
	for step := 4; step <= 8; step++ {
		m.add(step, float64(step))
	}
	wantValues(t, m.values, math.NaN(), 4, 5.5, 7.5)
}

func wantValues(t *testing.T, got []float64, want ...float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i, w := range want {
		if got[i] != w && !(math.IsNaN(w) && math.IsNaN(got[i])) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// A training that went on within an epoch is where it was, with the mean of all its losses.
func TestProgressWithinAnEpoch(t *testing.T) {
	net := must.M1(lesson.NewClassifier(lesson.Net, 1))
	trainer := must.M1(lesson.NewTrainer(net, digits.Draw(1, 320), lesson.Config{Epochs: 2}))
	sum := 0.0
	for step, err := range trainer.Epoch() {
		must.M(err)
		if sum += step.Loss; step.Step == 3 {
			break
		}
	}
	p := Training(trainer).progress
	if want := fmt.Sprintf("epoch 1/2 ██████░░░░ 3/5  loss %.3f", sum/3); p.here() != want {
		t.Errorf("got %q, want %q", p.here(), want)
	}
	for step, err := range trainer.Epoch() {
		must.M(err)
		sum += step.Loss
		p.step(step, time.Now())
	}
	if want := fmt.Sprintf("epoch 1/2 ██████████ 5/5  loss %.3f", sum/5); p.here() != want || p.seen != 2 {
		t.Errorf("got %q after %d steps, want %q", p.here(), p.seen, want)
	}
}
