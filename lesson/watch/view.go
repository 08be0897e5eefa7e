package watch

import (
	"time"

	"convnet.example/lesson"
	"convnet.example/lesson/picture"
	"convnet.example/lesson/picture/plots"
	"github.com/janpfeifer/gonb/gonbui"
	"gonum.org/v1/gonum/floats"
)

// A View shows a training under the cell while it runs: a line with a bar, and the curves
// of the loss and of the accuracy. The loop stays in the cell:
//
//	view := watch.Training(trainer)
//	defer view.Close()
//	for !trainer.Done() {
//		for step, err := range trainer.Epoch() {
//			must.M(err)
//			view.Step(step)
//		}
//		must.M1(trainer.Test(data.Test))
//		view.Epoch()
//	}
//
// Outside of a notebook it does nothing.
type View struct {
	trainer             *lesson.Trainer
	progress            progress
	losses              means
	bar, curves         string    // ids of the two outputs
	nextBar, nextCurves time.Time // when they may change again
}

// Training puts the bar and the curves of a training under the cell, before what the cell prints.
func Training(t *lesson.Trainer) *View {
	const points = 200
	total := t.Epochs() * t.Steps()
	v := &View{trainer: t, losses: means{every: (total + points - 1) / points}}
	begun := t.Losses()
	at := lesson.Step{Epoch: min(len(t.History)+1, t.Epochs()), Step: len(begun), Steps: t.Steps()}
	v.progress = progress{epochs: t.Epochs(), at: at, sum: floats.Sum(begun), start: time.Now()}
	v.bar, v.curves = gonbui.UniqueId(), gonbui.UniqueId()
	v.show(v.progress.bar())
	return v
}

// Step notes a step of the training. It changes the bar up to four times a second, and the
// curves once a second or, where drawing them takes long, as often as takes 2 % of the time.
func (v *View) Step(s lesson.Step) {
	if !gonbui.IsNotebook {
		return
	}
	now := time.Now()
	v.progress.step(s, now)
	v.losses.add((s.Epoch-1)*s.Steps+s.Step, s.Loss)
	v.refresh(now)
}

// Epoch notes the end of an epoch, and its test if there was one.
func (v *View) Epoch() {
	if gonbui.IsNotebook {
		v.refresh(time.Now())
	}
}

// Close leaves one line with the total, and the curves. If the training is not done, the line
// says how far it came.
func (v *View) Close() {
	took := time.Since(v.progress.start)
	line := v.progress.here() + "  stopped after " + inWords(took)
	if h := v.trainer.History; v.trainer.Done() {
		line = v.progress.total(h[len(h)-1], took)
	}
	v.show(line)
}

// refresh shows what may change again.
func (v *View) refresh(now time.Time) {
	const pause, share = 250 * time.Millisecond, 50
	if now.After(v.nextBar) {
		v.showLine(v.progress.bar())
		v.nextBar = now.Add(pause)
	}
	if now.After(v.nextCurves) {
		v.showCurves()
		end := time.Now()
		v.nextCurves = end.Add(max(time.Second, share*end.Sub(now)))
	}
}

// show shows all, and waits until it is there.
func (v *View) show(line string) {
	if gonbui.IsNotebook {
		v.showLine(line)
		v.showCurves()
		gonbui.Sync()
	}
}

func (v *View) showLine(line string) {
	picture.UpdateText(v.bar, line)
}

// showCurves shows the curves, whose axes have room for the whole training.
func (v *View) showCurves() {
	const width, height = 400, 260
	loss, accuracy := plots.Loss(v.losses.values, v.losses.every), plots.Accuracy(v.trainer.Accuracies())
	loss.X.Max = float64(v.progress.epochs * v.progress.at.Steps)
	accuracy.X.Max = float64(max(2, v.progress.epochs))
	picture.Update(v.curves, "loss against step and accuracy against epoch",
		plots.Render(loss, width, height), plots.Render(accuracy, width, height))
}
