package lesson

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
	"github.com/janpfeifer/must"
)

// eightDevices tells a test to go on. It does so in a process of its own, where XLA shows the
// processor as eight devices: that, and other flags, can only be said before a process starts.
func eightDevices(t *testing.T, flags ...string) bool {
	t.Helper()
	const child, flag = "LESSON_DEVICES_CHILD", "--xla_force_host_platform_device_count=8"
	if os.Getenv(child) != "" {
		if have := testBackend(t).NumDevices(); have < 8 {
			t.Skipf("needs eight devices: with XLA_FLAGS=%s there are %d (%s)", flag, have, Device())
		}
		return true
	}
	if !strings.HasPrefix(os.Getenv("GOMLX_BACKEND"), "xla") {
		t.Skip("needs eight devices: GOMLX_BACKEND names no XLA plugin")
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.count=1", "-test.v")
	cmd.Env = append(os.Environ(), child+"=1", "XLA_FLAGS="+strings.Join(append(flags, os.Getenv("XLA_FLAGS"), flag), " "))
	out, err := cmd.CombinedOutput()
	switch {
	case err != nil:
		t.Fatalf("%v\n%s", err, out)
	case strings.Contains(string(out), "--- SKIP"):
		t.Skipf("%s", out)
	}
	t.Logf("%s", out)
	return false
}

// written is the lecture's network without its fast form.
func written(scope *model.Scope, x *graph.Node) []Layer { return Net(scope, graph.MulScalar(x, 1)) }

// someEpochs trains on so many devices and returns the losses of all steps.
func someEpochs(t *testing.T, m Model, d *mnist.Set, epochs, batch, devices int) ([]float64, *Classifier) {
	t.Helper()
	c := must.M1(NewClassifier(m, 1))
	trainer := must.M1(NewTrainer(c, d, Config{SGD: SGD{0.01, 0.9}, Batch: batch, Devices: devices}))
	var losses []float64
	for range epochs {
		losses = append(losses, epoch(t, trainer)...)
	}
	return losses, c
}

// furthest is how far apart two lists of losses are.
func furthest(t *testing.T, a, b []float64) float64 {
	t.Helper()
	if len(a) != len(b) {
		t.Fatalf("%d steps and %d", len(a), len(b))
	}
	off := 0.0
	for i := range a {
		off = max(off, math.Abs(a[i]-b[i]))
	}
	return off
}

// On several devices the losses are those of one, to rounding; twice the same, they are the same
// to the last bit. The batches are even, have a last one that is not full, are too small
// for all devices, or cannot be divided by their number.
func TestDevicesAgree(t *testing.T) {
	if !eightDevices(t) {
		return
	}
	for _, test := range []struct {
		name                  string
		model                 Model
		images, batch, epochs int
		devices               []int
	}{
		{"uneven last batch", Net, 64*3 + 20, 64, 20, []int{2, 3, 4, 8}},
		{"batch of 10", Net, 42, 10, 16, []int{4, 8}},
		{"batch of 1", Net, 5, 1, 1, []int{8}},
		{"as written", written, 64 + 20, 64, 2, []int{8}},
	} {
		d := digits.Draw(1, test.images)
		want, one := someEpochs(t, test.model, d, test.epochs, test.batch, 1)
		for _, n := range test.devices {
			got, c := someEpochs(t, test.model, d, test.epochs, test.batch, n)
			off := furthest(t, got, want)
			t.Logf("%s, %d devices: %d losses from %.3f to %.3f differ by %.1e at most", test.name, n, len(got), want[0], want[len(want)-1], off)
			if !(off <= 1e-5) {
				t.Errorf("%s, %d devices: losses\n%v, on one device\n%v", test.name, n, got, want)
			}
			for name, a := range c.arrays() {
				near(t, fmt.Sprint(test.name, n, name), a.Data, one.arrays()[name].Data, 1e-4)
			}
			if again, _ := someEpochs(t, test.model, d, test.epochs, test.batch, n); !slices.Equal(again, got) {
				t.Errorf("%s, %d devices: the losses are not the same twice", test.name, n)
			}
		}
	}
}

// The devices tell each other what they add up, and nothing else: no device computes what
// another one does, or asks it for images.
func TestDevicesAddUp(t *testing.T) {
	dump := t.TempDir()
	if eightDevices(t, "--xla_dump_to="+dump) {
		for _, m := range []Model{Net, written} {
			someEpochs(t, m, digits.Draw(1, 64), 1, 64, 8)
		}
		return
	}
	programs, found := must.M1(filepath.Glob(filepath.Join(dump, "*after_optimizations.txt"))), map[string]int{}
	for _, file := range programs {
		text := string(must.M1(os.ReadFile(file)))
		for _, exchange := range []string{"all-reduce", "all-gather", "all-to-all", "collective-permute", "reduce-scatter"} {
			found[exchange] += strings.Count(text, " "+exchange+"(") + strings.Count(text, " "+exchange+"-start(")
		}
	}
	maps.DeleteFunc(found, func(_ string, n int) bool { return n == 0 })
	if len(programs) == 0 || found["all-reduce"] == 0 || len(found) > 1 {
		t.Errorf("%d programs exchange %v", len(programs), found)
	}
}

// A training may go on with another number of devices after any step, and what a classifier can
// do besides it can do in the middle of an epoch.
func TestResumeOnOtherDevices(t *testing.T) {
	if !eightDevices(t) {
		return
	}
	d, config, file := digits.Draw(1, 300), Config{SGD: SGD{0.05, 0.9}, Seed: 3}, filepath.Join(t.TempDir(), "checkpoint")
	on := func(devices int) *Trainer {
		config.Devices = devices
		return must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), d, config))
	}
	whole := on(1)
	want := append(epoch(t, whole), epoch(t, whole)...)
	var got []float64
	for _, devices := range []int{2, 8, 1, 4, 1} { // two steps of five on each
		trainer := on(devices)
		if len(got) > 0 {
			must.M(trainer.Resume(file))
		}
		for steps := 0; steps < 2 && len(got) < 10; {
			for step, err := range trainer.Epoch() {
				must.M(err)
				got, steps = append(got, step.Loss), steps+1
				must.M1(trainer.Test(d))
				must.M(trainer.Save(file))
				if steps == 2 {
					break
				}
			}
		}
		must.M(trainer.Save(file)) // with the epoch's end
		if c := must.M1(ReadCheckpoint(file)); c.Config.Devices != 1 {
			t.Errorf("the checkpoint keeps %d devices", c.Config.Devices)
		}
	}
	if off := furthest(t, got, want); !(off <= 1e-5) {
		t.Errorf("losses %v, on one device %v", got, want)
	}
}

// Trainers with different devices take turns with one classifier.
func TestDevicesTakeTurns(t *testing.T) {
	if !eightDevices(t) {
		return
	}
	d, c := digits.Draw(1, 128), must.M1(NewClassifier(Net, 1))
	var turns []*Trainer
	for _, n := range []int{2, 8, 1} {
		turns = append(turns, must.M1(NewTrainer(c, d, Config{FileOrder: true, Devices: n})))
	}
	alone := must.M1(NewTrainer(must.M1(NewClassifier(Net, 1)), d, Config{FileOrder: true}))
	for i := range 6 {
		if got, want := epoch(t, turns[i%3]), epoch(t, alone); !(furthest(t, got, want) <= 1e-5) {
			t.Errorf("turn %d: losses %v, on one device %v", i+1, got, want)
		}
	}
}

// A training that diverges on several devices leaves the weights of the epoch before.
func TestDivergedOnDevices(t *testing.T) {
	if !eightDevices(t) {
		return
	}
	_, c := someEpochs(t, Net, digits.Draw(1, 128), 2, 64, 8)
	good := c.arrays()
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 640), Config{SGD: SGD{LearningRate: 1e6, Momentum: 0.5}, Devices: 8}))
	var failed error
	for _, err := range trainer.Epoch() {
		failed = errors.Join(failed, err)
	}
	if !errors.Is(failed, ErrDiverged) {
		t.Errorf("error %v", failed)
	}
	if !reflect.DeepEqual(c.arrays(), good) {
		t.Error("the weights are not what they were")
	}
	if losses := epoch(t, must.M1(NewTrainer(c, digits.Draw(1, 128), Config{Devices: 8}))); !(losses[0] < 2.3) {
		t.Errorf("they go on at a loss of %v", losses)
	}
}

// Whoever asks for more devices than there are is told how many there are, and how to have more.
func TestMoreDevicesThanThereAre(t *testing.T) {
	defer say.In(say.Language())
	n := testBackend(t).NumDevices() + 1
	for lang, words := range map[string]string{"en": "%d devices are asked for", "zh": "要用 %d 个设备"} {
		say.In(lang)
		_, err := NewTrainer(must.M1(NewClassifier(Net, 1)), digits.Draw(1, 10), Config{Devices: n})
		for _, want := range []string{fmt.Sprintf(words, n), fmt.Sprint(n - 1), Device(), fmt.Sprint("XLA_FLAGS=--xla_force_host_platform_device_count=", n)} {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("no %q: %v", want, err)
			}
		}
	}
}
