package ladder

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"

	"convnet.example/lesson/internal/file"
)

// Mean returns the mean of the test accuracies and its standard error, which has two sources:
// the seeds, by the spread of the accuracies, and the choice of the n test digits, by the
// binomial distribution.
func (r Rung) Mean(n int) (mean, standardError float64) {
	seeds := float64(len(r.Test))
	for _, a := range r.Test {
		mean += a / seeds
	}
	variance := mean * (1 - mean) / float64(n)
	for _, a := range r.Test {
		variance += (a - mean) * (a - mean) / max(1, seeds-1) / seeds
	}
	return mean, math.Sqrt(variance)
}

// String is a line with the rate and the accuracies.
func (r Rung) String() string {
	return fmt.Sprintf("%-25s rate %.2f  held-out %.3f  test %.4f", r.Name, r.Rate, r.Held, r.Test)
}

// Table is a table of the rungs, tested on n digits, with accuracies in percent and the standard
// error of their mean. An ≈ marks those that differ from the first by less than two standard
// errors of the difference, as if the two shared neither seeds nor test digits: seed by seed a
// smaller difference may show.
func Table(rungs []Rung, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-25s %7s %10s %5s %8s %6s\n", "", "weights", "mult.-adds", "rate", "held-out", "test")
	for i, r := range rungs {
		mean, err := r.Mean(n)
		first, firstErr := rungs[0].Mean(n)
		mark := ""
		if i > 0 && math.Abs(mean-first) < 2*math.Hypot(err, firstErr) {
			mark = " ≈"
		}
		fmt.Fprintf(&b, "%-25s %7d %10d %5.2f %8.2f %6.2f ±%.2f%s\n", r.Name, r.Parameters, r.MultiplyAdds, r.Rate, 100*r.Held, 100*mean, 100*err, mark)
	}
	return b.String()
}

// Add puts a rung at the end of a file, in the place of one of the same name if there is one.
func Add(path string, r Rung) error {
	rungs, err := Read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	rungs = slices.DeleteFunc(rungs, func(old Rung) bool { return old.Name == r.Name })
	text, err := json.Marshal(append(rungs, r))
	if err != nil {
		return err
	}
	return file.Replace(path, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// Read returns the rungs of a file.
func Read(file string) (rungs []Rung, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &rungs); err != nil {
		return nil, fmt.Errorf("%s holds no ladder: %w: remove it, and run the cells again", file, err)
	}
	return rungs, nil
}
