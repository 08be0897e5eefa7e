package watch

import (
	"fmt"
	"strings"
	"time"

	"convnet.example/lesson"
)

// A progress is how far a training is, and how fast.
type progress struct {
	epochs int
	at     lesson.Step   // the last step
	sum    float64       // of the losses of its epoch
	start  time.Time     // when it began to count
	seen   int           // steps since then
	took   time.Duration // since then
}

// step counts a step.
func (p *progress) step(s lesson.Step, now time.Time) {
	if s.Epoch != p.at.Epoch {
		p.sum = 0
	}
	p.at, p.took = s, now.Sub(p.start)
	p.sum += s.Loss
	p.seen++
}

// bar is the line of a training that runs:
//
//	epoch 3/10 ███░░░░░░░ 312/938  loss 0.084  12 s left
func (p *progress) bar() string {
	if p.took < time.Second { // too early to tell
		return p.here()
	}
	left := (p.epochs-p.at.Epoch+1)*p.at.Steps - p.at.Step
	return p.here() + "  " + inWords(p.took*time.Duration(left)/time.Duration(p.seen)) + " left"
}

// here says how far the training is.
func (p *progress) here() string {
	line := fmt.Sprintf("epoch %d/%d %s %d/%d", p.at.Epoch, p.epochs, blocks(p.at.Step, p.at.Steps), p.at.Step, p.at.Steps)
	if p.at.Step > 0 {
		line += fmt.Sprintf("  loss %.3f", p.sum/float64(p.at.Step))
	}
	return line
}

// total is the line of a training that is over:
//
//	10 epochs ██████████ 9380 steps in 75 s  loss 0.035  98 % (9872/10000)
func (p *progress) total(last lesson.Result, took time.Duration) string {
	line := fmt.Sprintf("%d epochs %s %d steps in %s  loss %.3f", p.epochs, blocks(1, 1), p.seen, inWords(took), last.Loss)
	if last.Accuracy.Total > 0 {
		line += "  " + last.Accuracy.String()
	}
	return line
}

// blocks is a bar of ten blocks, as many of them full as part is of whole.
func blocks(part, whole int) string {
	const all = 10
	full := all * part / max(1, whole)
	return strings.Repeat("█", full) + strings.Repeat("░", all-full)
}

// inWords returns a time in whole seconds, or in minutes and seconds.
func inWords(d time.Duration) string {
	seconds := int(d.Round(time.Second) / time.Second)
	if seconds < 100 {
		return fmt.Sprintf("%d s", seconds)
	}
	return fmt.Sprintf("%d min %d s", seconds/60, seconds%60)
}
