package matrix

import (
	"math"
)

// Largest returns the largest finite absolute value in a matrix, or 0.
func Largest(m [][]float64) float64 {
	most := 0.0
	for _, row := range m {
		for _, v := range row {
			if a := math.Abs(v); a <= math.MaxFloat64 {
				most = max(most, a)
			}
		}
	}
	return most
}
