package matrix

// Size returns the height and the width of a matrix. It panics, calling the matrix
// by its name, if the rows have different lengths.
func Size(name string, m [][]float64) (height, width int) {
	if len(m) == 0 {
		return 0, 0
	}
	for i, row := range m {
		if len(row) != len(m[0]) {
			panicf("%s has %d numbers in row 0 and %d in row %d: make all rows equally long",
				name, len(m[0]), len(row), i)
		}
	}
	return len(m), len(m[0])
}

// Zeros returns a matrix of zeros.
func Zeros(height, width int) [][]float64 {
	m := make([][]float64, height)
	for i := range m {
		m[i] = make([]float64, width)
	}
	return m
}

// Add adds m to sum, element by element. They have one shape.
func Add(sum, m [][]float64) {
	for i := range sum {
		for j := range sum[i] {
			sum[i][j] += m[i][j]
		}
	}
}

// Has reports whether x has an element at row and column.
func Has(x [][]float64, row, column int) bool {
	return row >= 0 && row < len(x) && column >= 0 && column < len(x[row])
}

// At returns x[row][column], or 0 outside of the image.
func At(x [][]float64, row, column int) float64 {
	if !Has(x, row, column) {
		return 0
	}
	return x[row][column]
}
