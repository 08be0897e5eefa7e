package kernel

import (
	"cmp"
	"fmt"
	"slices"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

// A cellTime is how long a reader waited for a cell.
type cellTime struct {
	id      string
	seconds float64
}

// plain tells whether a cell is one that should answer at once: not the setup, and none that
// trains or measures.
func plain(c ipynb.Cell) bool {
	return c.Source != course.SetupCell && !c.Has("training") && !c.Has("time")
}

// median returns the time of the middle cell, 0 if there are none.
func median(times []cellTime) float64 {
	if len(times) == 0 {
		return 0
	}
	return sorted(times)[len(times)/2].seconds
}

func sorted(times []cellTime) []cellTime {
	return slices.SortedFunc(slices.Values(times), func(a, b cellTime) int { return cmp.Compare(a.seconds, b.seconds) })
}

// slowest names the cell that took longest.
func slowest(times []cellTime) string {
	if len(times) == 0 {
		return ""
	}
	last := sorted(times)[len(times)-1]
	return fmt.Sprintf("%.2f %s", last.seconds, last.id)
}

// hello returns the time of the least that a cell can be: it prints a line. Each is a new
// program, as each cell of a reader is, and the first is not counted.
func (s *session) hello() (float64, error) {
	var times []cellTime
	for n := range 6 {
		_, seconds, err := s.run(fmt.Sprintf("import \"fmt\"\n\n%%%%\nfmt.Println(\"hello\", %d)", n))
		if err != nil {
			return 0, err
		}
		times = append(times, cellTime{"", seconds})
	}
	return median(times[1:]), nil
}
