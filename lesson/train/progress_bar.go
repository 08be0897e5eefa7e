package main

import (
	"fmt"
	"os"
	"time"

	"convnet.example/lesson"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A bar shows how far an epoch is, on a terminal only.
type bar struct{ bar *progressbar.ProgressBar }

func newBar() *bar { return &bar{} }

func (b *bar) show(s lesson.Step) {
	if b.bar == nil {
		b.bar = progressbar.NewOptions(s.Steps,
			progressbar.OptionSetWriter(os.Stderr),
			progressbar.OptionSetVisibility(term.IsTerminal(int(os.Stderr.Fd()))),
			progressbar.OptionSetDescription(fmt.Sprintf("epoch %d", s.Epoch)),
			progressbar.OptionSetWidth(20), // the line fits 80 columns
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("steps"),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish())
	}
	b.bar.Set(s.Step)
}

func (b *bar) clear() {
	if b.bar != nil {
		b.bar.Clear()
	}
}
