package picture

import (
	"math"
	"testing"
)

// What Matrix writes for the first number of a row that holds them all.
func TestFormatOf(t *testing.T) {
	tests := []struct {
		row  []float64
		want string
	}{
		{[]float64{211, 9}, "211"},
		{[]float64{math.Copysign(0, -1), 7}, "0"},
		{[]float64{math.Copysign(0, -1), 0.5}, "0.000"},
		{[]float64{-0.0004, 2.8215}, "0.00"},
		{[]float64{-0.4242, 2.8215}, "−0.42"},
		{[]float64{0.0632}, "0.0632"},
		{[]float64{99.5, 0.5}, "99.5"},
		{[]float64{1234.5}, "1234"}, // half to even
		{[]float64{1e9}, "1e+09"},
		{[]float64{-2.5e-12}, "−2.5e−12"},
		{[]float64{math.NaN(), 1}, "NaN"},
		{[]float64{1, math.NaN()}, "1"},
		{[]float64{math.Inf(-1), 1}, "−Inf"},
	}
	for _, test := range tests {
		m := [][]float64{test.row}
		if got := formatOf(m)(test.row[0]); got != test.want {
			t.Errorf("%v: %q, want %q", test.row, got, test.want)
		}
	}
}
