package picture

import (
	"math"
	"strconv"
	"strings"

	"convnet.example/lesson/internal/matrix"
)

// formatOf returns a function that writes the numbers of a matrix with equally many
// decimals: none if all are whole, else three digits for the largest.
func formatOf(m [][]float64) func(float64) string {
	decimals := 0
	if most := matrix.Largest(m); !allWhole(m) {
		decimals = max(0, 2-int(math.Floor(math.Log10(most))))
	}
	return func(v float64) string {
		text := strconv.FormatFloat(v, 'f', decimals, 64)
		if size := math.Abs(v); size >= 1e6 || decimals > 6 {
			text = strconv.FormatFloat(v, 'g', 3, 64)
		}
		if strings.Trim(text, "-0.") == "" {
			return text[strings.Index(text, "0"):] // no −0
		}
		return strings.ReplaceAll(text, "-", "−")
	}
}

// allWhole reports whether a matrix holds nothing but whole numbers, and what is no number.
func allWhole(m [][]float64) bool {
	for _, row := range m {
		for _, v := range row {
			if v != math.Trunc(v) && !math.IsNaN(v) {
				return false
			}
		}
	}
	return true
}
