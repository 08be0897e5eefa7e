package picture_test

import (
	"fmt"
	"math"
)

// The lecture's red channel and kernel.
var (
	red = [][]float64{
		{3, 4, 6, 5, 7},
		{2, 4, 6, 8, 2},
		{1, 6, 7, 8, 4},
		{9, 7, 4, 6, 2},
		{3, 7, 5, 4, 1},
	}
	kernel = [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
)

var nan = math.NaN()

// panicOf calls f and returns what it panics with.
func panicOf(f func()) (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	f()
	return ""
}

func matrix(height, width int) [][]float64 {
	m := make([][]float64, height)
	for i := range m {
		m[i] = make([]float64, width)
	}
	return m
}
