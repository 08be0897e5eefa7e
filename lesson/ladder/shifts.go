package ladder

import (
	"fmt"
	"strings"

	"convnet.example/lesson"
)

// Shifts tells how well a network reads digits that lie elsewhere than those it has learned
// from: a line with its rate, chosen on the held-out digits as they are, and with its accuracy
// in percent on the test digits, moved to the right by so many pixels: the mean of the seeds and
// its standard error, as in [Rung.Mean].
func (l Ladder) Shifts(name string, m lesson.Model, right ...int) (string, error) {
	l = l.withDefaults()
	r := Rung{Name: name}
	nets, err := l.best(m, nil, &r)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-16s rate %.2f ", name, r.Rate)
	for _, pixels := range right {
		moved := l.Test.Moved(0, pixels)
		if err := r.read(nets, moved); err != nil {
			return "", err
		}
		mean, standardError := r.Mean(moved.Len())
		fmt.Fprintf(&b, "%7.1f ±%.1f", 100*mean, 100*standardError)
	}
	return b.String() + "\n", nil
}
