package plots

import (
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// Plane projects rows of numbers on the plane in which they differ most, which the first two
// principal components span: a point for each row, to be drawn by [Classes]. share is how much
// of the rows' variance there is in that plane, from 0 to 1: the rest cannot be seen. Which way
// the two axes point is chance. Plane panics unless there are two rows or more of two numbers
// or more, all of one length.
func Plane(rows [][]float32) (points [][2]float64, share float64) {
	m := denseOf(rows)
	var pc stat.PC
	if !pc.PrincipalComponents(m, nil) {
		panicf("the principal components of %d rows were not found: is there a NaN in them?", len(rows))
	}
	var axes, at mat.Dense
	pc.VectorsTo(&axes)
	at.Mul(m, axes.Slice(0, len(rows[0]), 0, 2))
	for i := range rows {
		points = append(points, [2]float64{at.At(i, 0), at.At(i, 1)})
	}
	total := 0.0
	variances := pc.VarsTo(nil)
	for _, v := range variances {
		total += v
	}
	if total > 0 {
		share = (variances[0] + variances[1]) / total
	}
	return points, share
}

// denseOf returns rows as a matrix whose columns have the mean 0.
func denseOf(rows [][]float32) *mat.Dense {
	if len(rows) < 2 || len(rows[0]) < 2 {
		panicf("a plane needs two rows or more of two numbers or more")
	}
	mean := make([]float64, len(rows[0]))
	for i, row := range rows {
		if len(row) != len(mean) {
			panicf("row 0 has %d numbers and row %d has %d: make all rows equally long", len(mean), i, len(row))
		}
		for j, v := range row {
			mean[j] += float64(v) / float64(len(rows))
		}
	}
	m := mat.NewDense(len(rows), len(mean), nil)
	m.Apply(func(i, j int, _ float64) float64 { return float64(rows[i][j]) - mean[j] }, m)
	return m
}
