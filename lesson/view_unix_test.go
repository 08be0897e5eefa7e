//go:build unix

package lesson

import (
	"image"
	"regexp"
	"testing"
	"time"

	"github.com/janpfeifer/gonb/gonbui"
	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// viewOf makes a trainer of two epochs of seven steps, lets a cell train it, and returns
// the view of it.
func viewOf(t *testing.T, cell func(*Trainer, *View)) *View {
	t.Helper()
	trainer := Must(NewTrainer(Must(NewClassifier(Net, 1)), drawDigits(1, 70), Config{Epochs: 2, Batch: 10}))
	view := Watch(trainer)
	cell(trainer, view)
	view.Close()
	return view
}

// showEpoch trains an epoch and shows it.
func showEpoch(trainer *Trainer, view *View) {
	for step, err := range trainer.Epoch() {
		Check(err)
		view.Step(step)
	}
	Must(trainer.Test(drawDigits(2, 20)))
	view.Epoch()
}

// A training has one line and one picture, which are there before the cell prints anything,
// change in their places, and say at the end what came out.
func TestView(t *testing.T) {
	shown := notebook(t)
	view := viewOf(t, func(trainer *Trainer, view *View) {
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
	if got, want := sizeOfPNG(t, curves), image.Pt(400+gap+400, 260); got != want {
		t.Errorf("the curves are %v, want %v", got, want)
	}
	if curves.Metadata["alt"] == nil || len(view.losses.values) != 14 {
		t.Errorf("the curves have metadata %v and %d losses", curves.Metadata, len(view.losses.values))
	}
}

// A training that stops says how far it came.
func TestViewOfATrainingThatStops(t *testing.T) {
	shown := notebook(t)
	view := viewOf(t, func(trainer *Trainer, view *View) {
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
	shown := notebook(t)
	view := viewOf(t, func(*Trainer, *View) {})
	before := len(shown())
	start := time.Now()
	for time.Since(start) < 600*time.Millisecond {
		view.Step(Step{Epoch: 1, Step: 1, Steps: 7})
	}
	gonbui.Sync()
	if changes := len(shown()) - before; changes < 2 || changes > 4 {
		t.Errorf("%d changes in 0.6 seconds, want 3 of the bar and 1 of the curves at most", changes)
	}
}

// Outside of a notebook there is nothing to see.
func TestViewOutsideOfANotebook(t *testing.T) {
	shown := notebook(t)
	leave()
	viewOf(t, showEpoch)
	Show("nothing", MatrixPicture(nil))
	ShowGIF("nothing", threeFrames())
	if n := len(shown()); n != 0 {
		t.Errorf("%d outputs", n)
	}
}
