//go:build unix

package watch

import (
	"bytes"
	"image/png"
	"regexp"
	"testing"
	"time"

	"convnet.example/lesson"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/internal/fakegonb"
	"github.com/janpfeifer/must"

	"github.com/janpfeifer/gonb/gonbui"
	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// viewOf makes a trainer of two epochs of seven steps, lets a cell train it, and returns
// the view of it.
func viewOf(t *testing.T, cell func(*lesson.Trainer, *View)) *View {
	t.Helper()
	trainer := must.M1(lesson.NewTrainer(must.M1(lesson.NewClassifier(lesson.Net, 1)), digits.Draw(1, 70), lesson.Config{Epochs: 2, Batch: 10}))
	view := Training(trainer)
	cell(trainer, view)
	view.Close()
	return view
}

// showEpoch trains an epoch and shows it.
func showEpoch(trainer *lesson.Trainer, view *View) {
	for step, err := range trainer.Epoch() {
		must.M(err)
		view.Step(step)
	}
	must.M1(trainer.Test(digits.Draw(2, 20)))
	view.Epoch()
}

// A training has one line and one picture, which are there before the cell prints anything,
// change in their places, and say at the end what came out.
func TestView(t *testing.T) {
	shown := fakegonb.Notebook(t)
	view := viewOf(t, func(trainer *lesson.Trainer, view *View) {
		all := shown()
		if len(all) != 2 || all[0].DisplayID != view.bar || all[1].DisplayID != view.curves || view.bar == view.curves {
			t.Errorf("at first there are %d outputs", len(all))
		}
		if got := all[0].Data[protocol.MIMETextPlain]; got != "epoch 1/2 ░░░░░░░░░░ 0/7" {
			t.Errorf("at first the line is %q", got)
		}
		showEpoch(trainer, view)
		showEpoch(trainer, view)
	})
	last := map[string]*protocol.DisplayData{}
	for _, d := range shown() {
		last[d.DisplayID] = d
	}
	if len(last) != 2 {
		t.Fatalf("%d outputs, want 2", len(last))
	}
	line, _ := last[view.bar].Data[protocol.MIMETextPlain].(string)
	if !regexp.MustCompile(`^2 epochs ██████████ 14 steps in \d+ s  loss \d\.\d{3}  \d+ % \(\d+/20\)$`).MatchString(line) {
		t.Errorf("in the end the line is %q", line)
	}
	curves := last[view.curves]
	data, _ := curves.Data[protocol.MIMEImagePNG].([]byte)
	if size, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || size.Width <= 800 || size.Height != 260 {
		t.Errorf("the curves are %d×%d (%v), want two of 400×260 side by side", size.Width, size.Height, err)
	}
	if curves.Metadata["alt"] == nil || len(view.losses.values) != 14 {
		t.Errorf("the curves have metadata %v and %d losses", curves.Metadata, len(view.losses.values))
	}
}

// A training that stops says how far it came.
func TestViewOfATrainingThatStops(t *testing.T) {
	shown := fakegonb.Notebook(t)
	view := viewOf(t, func(trainer *lesson.Trainer, view *View) {
		showEpoch(trainer, view)
		for step := range trainer.Epoch() {
			view.Step(step)
			if step.Step == 3 {
				break
			}
		}
	})
	line := ""
	for _, d := range shown() {
		if d.DisplayID == view.bar {
			line, _ = d.Data[protocol.MIMETextPlain].(string)
		}
	}
	if !regexp.MustCompile(`^epoch 2/2 ████░░░░░░ 3/7  loss \d\.\d{3}  stopped after \d+ s$`).MatchString(line) {
		t.Errorf("the line is %q", line)
	}
}

// However many steps a second there are, the bar changes four times a second at most and
// the curves once.
func TestViewIsNotInAHurry(t *testing.T) {
	shown := fakegonb.Notebook(t)
	view := viewOf(t, func(*lesson.Trainer, *View) {})
	before := len(shown())
	start := time.Now()
	for time.Since(start) < 600*time.Millisecond {
		view.Step(lesson.Step{Epoch: 1, Step: 1, Steps: 7})
	}
	gonbui.Sync()
	if changes := len(shown()) - before; changes < 2 || changes > 4 {
		t.Errorf("%d changes in 0.6 seconds, want 3 of the bar and 1 of the curves at most", changes)
	}
}

// Outside of a notebook there is nothing to see.
func TestViewOutsideOfANotebook(t *testing.T) {
	shown := fakegonb.Notebook(t)
	fakegonb.Leave()
	viewOf(t, showEpoch)
	if n := len(shown()); n != 0 {
		t.Errorf("%d outputs", n)
	}
}
