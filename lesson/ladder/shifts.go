package ladder

import (
	"fmt"
	"strings"

	"convnet.example/lesson"
)

// Shifts tells how well a network reads digits that lie elsewhere than those it has learned
// from: a line with its rate, chosen on the held-out digits as they are, and with its accuracy
// in percent on the test digits, moved to the right by so many pixels, as the mean of the seeds.
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
		moved, sum := l.Test.Moved(0, pixels), 0.0
		for _, net := range nets {
			test, err := net.Test(moved)
			if err != nil {
				return "", err
			}
			sum += test.Rate()
		}
		fmt.Fprintf(&b, " %6.1f", 100*sum/float64(len(nets)))
	}
	return b.String() + "\n", nil
}
