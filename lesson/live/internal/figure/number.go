package figure

import (
	"math"
	"strconv"
	"strings"

	"convnet.example/lesson/say"
)

// Number writes a number with at most five places, the way the figures show all of theirs.
func Number(v float64) string { return places(v, 5) }

// Logit writes a logit, with a place more: five are to be right behind the rounding.
func Logit(v float64) string { return places(v, 6) }

func places(v float64, n int) string {
	if math.Abs(v) >= 1e7 {
		return strings.Replace(strconv.FormatFloat(v, 'e', 3, 64), "-", "−", 1)
	}
	s := strconv.FormatFloat(v, 'f', n, 64)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		s = "0"
	}
	return strings.Replace(s, "-", "−", 1)
}

// Percent writes a probability.
func Percent(p float64) string {
	space := " "
	if say.Language() == "zh" {
		space = ""
	}
	return strconv.FormatFloat(100*p, 'f', 1, 64) + space + "%"
}
