package conv_test

import (
	"math"
	"math/rand/v2"
	"slices"
)

// plain is a correlation without padding, stride or dilation.
func plain(x, k [][]float64) [][]float64 {
	var y [][]float64
	for top := 0; top+len(k) <= len(x); top++ {
		var row []float64
		for left := 0; left+len(k[0]) <= len(x[0]); left++ {
			sum := 0.0
			for i := range k {
				for j, weight := range k[i] {
					sum += weight * x[top+i][left+j]
				}
			}
			row = append(row, sum)
		}
		y = append(y, row)
	}
	return y
}

// padded returns x with a margin of zeros.
func padded(x [][]float64, margin int) [][]float64 {
	y := matrix(len(x)+2*margin, len(x[0])+2*margin)
	for i := range x {
		copy(y[margin+i][margin:], x[i])
	}
	return y
}

// spread returns a square kernel with step−1 zeros between its numbers.
func spread(k [][]float64, step int) [][]float64 {
	side := step*(len(k)-1) + 1
	y := matrix(side, side)
	for i := range k {
		for j := range k[i] {
			y[i*step][j*step] = k[i][j]
		}
	}
	return y
}

// everyNth returns each n-th row and column of x.
func everyNth(x [][]float64, n int) [][]float64 {
	var y [][]float64
	for i := 0; i < len(x); i += n {
		var row []float64
		for j := 0; j < len(x[i]); j += n {
			row = append(row, x[i][j])
		}
		y = append(y, row)
	}
	return y
}

// sum returns a·x + y.
func sum(a float64, x, y [][]float64) [][]float64 {
	z := matrix(len(x), len(x[0]))
	for i := range z {
		for j := range z[i] {
			z[i][j] = a*x[i][j] + y[i][j]
		}
	}
	return z
}

var random = rand.New(rand.NewPCG(1, 2))

// pattern returns whole numbers from −9 to 9, so that sums are exact in any order.
func pattern(height, width int) [][]float64 {
	m := matrix(height, width)
	for i := range m {
		for j := range m[i] {
			m[i][j] = float64(random.IntN(19) - 9)
		}
	}
	return m
}

// filled returns a matrix of equal numbers.
func filled(height, width int, value float64) [][]float64 {
	m := matrix(height, width)
	for _, row := range m {
		for j := range row {
			row[j] = value
		}
	}
	return m
}

func matrix(height, width int) [][]float64 {
	m := make([][]float64, height)
	for i := range m {
		m[i] = make([]float64, width)
	}
	return m
}

// equal compares matrices; a NaN equals a NaN.
func equal(a, b [][]float64) bool {
	return slices.EqualFunc(a, b, func(r, s []float64) bool {
		return slices.EqualFunc(r, s, func(x, y float64) bool {
			return x == y || math.IsNaN(x) && math.IsNaN(y)
		})
	})
}
