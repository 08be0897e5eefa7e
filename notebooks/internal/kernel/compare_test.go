package kernel

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"convnet.example/notebooks/internal/ipynb"
)

// compare says how the outputs of a run differ from the committed ones, or "". Between
// text and pictures the order is chance: a program writes them to different pipes.
func compare(c ipynb.Cell, got, want []ipynb.Output, mnist bool) string {
	switch {
	case c.Has("time"), !mnist && (c.Has("mnist") || c.Has("training")):
		return ""
	case c.Has("fails"):
		return compareTexts(firstLine(failureText(got)), firstLine(failureText(want)), exactly)
	}
	equal := exactly
	if c.Has("training") {
		equal = nearly
	}
	for _, stream := range []string{"stdout", "stderr"} {
		if d := compareTexts(text(got, stream), text(want, stream), equal); d != "" {
			return stream + ": " + d
		}
	}
	return comparePictures(shown(got), shown(want), c.Has("training"))
}

// text joins what went to a stream.
func text(outputs []ipynb.Output, stream string) string {
	var all strings.Builder
	for _, o := range outputs {
		if o.Type == "stream" && o.Name == stream {
			all.WriteString(string(o.Text))
		}
	}
	return all.String()
}

// failureText is what a failing cell says first: a panic on standard error, or the
// compiler's words.
func failureText(outputs []ipynb.Output) string {
	if said := text(outputs, "stderr"); said != "" {
		return said
	}
	if o := ipynb.Failure(outputs); o != nil {
		_, message, _ := strings.Cut(o.EValue, "\n") // after the program's name
		return message
	}
	return ""
}

func firstLine(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return first
}

func compareTexts(got, want string, equal func(got, want string) bool) string {
	if equal(got, want) {
		return ""
	}
	return fmt.Sprintf("it prints\n%s\nand the committed output is\n%s", got, want)
}

func exactly(got, want string) bool { return got == want }

// number is a number and what follows it: a share of a hundred, or of a total.
var number = regexp.MustCompile(`[-+]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?(\s?%|/[\d,]+)?`)

// nearly tells whether two texts have the same words, and numbers that another training
// may bring: accuracies within 1.5 points, others within a quarter or 0.05.
func nearly(got, want string) bool {
	words := func(s string) []string { return strings.Fields(number.ReplaceAllString(s, " # ")) }
	a, b := number.FindAllStringSubmatch(got, -1), number.FindAllStringSubmatch(want, -1)
	if !slices.Equal(words(got), words(want)) || len(a) != len(b) {
		return false
	}
	for i := range a {
		if !near(a[i], b[i]) {
			return false
		}
	}
	return true
}

func near(got, want []string) bool {
	x, y := value(strings.TrimSuffix(got[0], got[1])), value(strings.TrimSuffix(want[0], want[1]))
	distance := math.Abs(x - y)
	switch total, ofTotal := strings.CutPrefix(want[1], "/"); {
	case ofTotal:
		return distance <= 0.015*value(total)
	case want[1] != "":
		return distance <= 1.5
	}
	return distance <= max(0.05, 0.25*math.Abs(y))
}

func value(s string) float64 {
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}
