package exercise

import (
	"reflect"
	"slices"
)

// NoConvolution checks exercise 04.4: a map of eight numbers in a ring that commutes with
// shifts, and yet is no convolution.
func NoConvolution(solve func(x []float64) []float64) {
	signals := [][]float64{{3, 1, 4, 1, 5, 9, 2, 6}, {0, -2, 0, 0, 7, 0, 0, 1}, {-1, -1, 2, 2, -3, 0, 5, 0}}
	run := func(x []float64) []float64 { return solve(slices.Clone(x)) }
	var trials []trial
	for _, x := range signals {
		trials = append(trials,
			trial{text{"x = " + show(x) + ", how many numbers in the answer", "x = " + show(x) + "，输出有几个数"}, func() any { return len(run(x)) }, 8},
			trial{text{"x = " + show(x) + ", shifted before the map or after it: the difference", "x = " + show(x) + "，先平移再变换，减去先变换再平移"},
				func() any { return minus(run(around(x)), around(run(x))) }, make([]float64, 8)})
	}
	reproduced := func() any {
		kernel := run([]float64{1, 0, 0, 0, 0, 0, 0, 0})
		return !slices.ContainsFunc(signals, func(x []float64) bool { return !same(reflect.ValueOf(run(x)), reflect.ValueOf(ring(x, kernel))) })
	}
	question{"04.4", text{"shifts alone are not enough", "只有平移等变还不够"}, text{
		"do the same in every place, but nothing linear.",
		"每个位置上做同样的事，但不能是线性的。",
	}}.check(append(trials, trial{text{"the convolution with its answer to a dot reproduces it", "与它的脉冲响应做卷积，能重现它"}, reproduced, false})...)
}

// around shifts a ring by one place; what leaves at the end comes in at the beginning.
func around(x []float64) []float64 {
	if len(x) == 0 {
		return x
	}
	return append([]float64{x[len(x)-1]}, x[:len(x)-1]...)
}

// minus is the difference of two answers, as far as both reach.
func minus(a, b []float64) (d []float64) {
	for i := range min(len(a), len(b)) {
		d = append(d, a[i]-b[i])
	}
	return d
}

// ring is the convolution of two rings of one length.
func ring(x, h []float64) []float64 {
	y := make([]float64, len(x))
	for k := range x {
		for n := range h {
			y[(k+n)%len(y)] += x[k] * h[n]
		}
	}
	return y
}

// Transposed checks exercise 04.5: the kernel of a ring → the kernel whose matrix is the
// transpose of its matrix.
func Transposed(solve func(h []float64) []float64) {
	var trials []trial
	for _, c := range []struct{ h, want []float64 }{
		{[]float64{1, 2, 0, 0}, []float64{1, 0, 0, 2}},
		{[]float64{5, 0, 3}, []float64{5, 3, 0}},
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8}, []float64{1, 8, 7, 6, 5, 4, 3, 2}},
		{[]float64{7}, []float64{7}},
	} {
		trials = append(trials, trial{arguments("h = %s", show(c.h)), func() any { return solve(slices.Clone(c.h)) }, c.want})
	}
	question{"04.5", text{"the kernel of the transposed matrix", "转置矩阵的卷积核"}, text{
		"the kernel is the matrix's first column; that of the transposed matrix was a row.",
		"卷积核就是矩阵的第一列；转置之后的第一列，原来是一行。",
	}}.check(trials...)
}
