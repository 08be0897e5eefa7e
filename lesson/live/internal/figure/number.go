package figure

import (
	"strconv"
	"strings"
)

// Number writes a number with at most five places, the way the figures show all of theirs.
func Number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 5, 64)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		s = "0"
	}
	return strings.Replace(s, "-", "−", 1)
}

// Percent writes a probability.
func Percent(p float64) string { return strconv.FormatFloat(100*p, 'f', 1, 64) + " %" }
