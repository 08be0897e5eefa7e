package exercise

import "testing"

// pooled is max pooling that begins each maximum at from.
func pooled(x [][]float64, kernel, stride int, from func(first float64) float64) [][]float64 {
	var y [][]float64
	for top := 0; top+kernel <= len(x); top += stride {
		var row []float64
		for left := 0; left+kernel <= len(x[0]); left += stride {
			best := from(x[top][left])
			for k := range kernel * kernel {
				best = max(best, x[top+k/kernel][left+k%kernel])
			}
			row = append(row, best)
		}
		y = append(y, row)
	}
	return y
}

func TestMaxPool(t *testing.T) {
	first := func(v float64) float64 { return v }
	zero := func(float64) float64 { return 0 }
	judge(t, answer{"right", true, func() {
		MaxPool(func(x [][]float64, kernel, stride int) [][]float64 { return pooled(x, kernel, stride, first) })
	}})
	judge(t, answer{"wrong", false, func() { MaxPool(func(x [][]float64, kernel, stride int) [][]float64 { return nil }) }})
	judge(t, answer{"wrong", false, func() {
		MaxPool(func(x [][]float64, kernel, stride int) [][]float64 { return pooled(x, kernel, stride, zero) })
	}})
	judge(t, answer{"wrong", false, func() {
		MaxPool(func(x [][]float64, kernel, stride int) [][]float64 { return pooled(x, kernel, kernel, first) })
	}})
	judge(t, answer{"wrong", false, func() {
		MaxPool(func(x [][]float64, kernel, stride int) [][]float64 { return pooled(x, 2, stride, first) })
	}})
}

func TestUnseen(t *testing.T) {
	row := []float64{5, 3, 4, 0}
	for right, maps := range map[bool][][][]float64{
		true: {{row, row, row, row}, {{2, 1, 2, 0}, {0, 0, 0, 0}, {-1, -2, -1, 0}, {9, 1, 9, 0}}},
		false: {
			{{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}, // nothing to see
			{{5, 0, 4, 0}, {5, 0, 4, 0}, {5, 0, 4, 0}, {5, 0, 4, 0}}, // the means stay, too
			{{3, 5, 0, 0}, {3, 5, 0, 0}, {3, 5, 0, 0}, {3, 5, 0, 0}}, // the maximum leaves
			{{5, 3, 4, 1}, row, row, row},                            // something is pushed out
			{row, row}, {{5}, {5}, {5}, {5}}, nil,
		},
	} {
		for _, x := range maps {
			judge(t, answer{"a map", right, func() { Unseen(func() [][]float64 { return x }) }})
		}
	}
}

func TestOrderMatters(t *testing.T) {
	for right, windows := range map[bool][][][]float64{
		true:  {{{8, -12}, {0, 0}}, {{3, 5}, {-6, -6}}},
		false: {{{0, 0}, {0, 0}}, {{-4, 0}, {0, 8}}, {{-1, -1}, {-1, -1}}, {{2, 2}, {2, 2}}, nil, {{8, -12, 0, 0}}},
	} {
		for _, x := range windows {
			judge(t, answer{"a square", right, func() { OrderMatters(func() [][]float64 { return x }) }})
		}
	}
}

// unpooled is the gradient of max pooling: to the number of a window that more prefers to
// all before it, where put says what becomes of what it has.
func unpooled(x, gy [][]float64, kernel, stride int, more func(candidate, best float64) bool, put func(old, g float64) float64) [][]float64 {
	gx := copied(x)
	for i := range gx {
		clear(gx[i])
	}
	for i := range gy {
		for j := range gy[i] {
			row, column := i*stride, j*stride
			for k := range kernel * kernel {
				if r, c := i*stride+k/kernel, j*stride+k%kernel; more(x[r][c], x[row][column]) {
					row, column = r, c
				}
			}
			gx[row][column] = put(gx[row][column], gy[i][j])
		}
	}
	return gx
}

func TestMaxPoolBackward(t *testing.T) {
	first := func(a, b float64) bool { return a > b }
	last := func(a, b float64) bool { return a >= b }
	add := func(old, g float64) float64 { return old + g }
	set := func(old, g float64) float64 { return g }
	try := func(name string, right bool, solve func(x, gy [][]float64, kernel, stride int) [][]float64) {
		judge(t, answer{name, right, func() { MaxPoolBackward(solve) }})
	}
	try("right", true, func(x, gy [][]float64, kernel, stride int) [][]float64 {
		return unpooled(x, gy, kernel, stride, first, add)
	})
	try("nothing", false, func(x, gy [][]float64, kernel, stride int) [][]float64 { return nil })
	try("the last of equals", false, func(x, gy [][]float64, kernel, stride int) [][]float64 {
		return unpooled(x, gy, kernel, stride, last, add)
	})
	try("the last window wins", false, func(x, gy [][]float64, kernel, stride int) [][]float64 {
		return unpooled(x, gy, kernel, stride, first, set)
	})
	try("tiles", false, func(x, gy [][]float64, kernel, stride int) [][]float64 {
		return unpooled(x, gy, stride, stride, first, add)
	})
	try("too small, an index out of range", false, func(x, gy [][]float64, kernel, stride int) [][]float64 {
		return unpooled(x[:1], gy, kernel, stride, first, add)
	})
}

func TestAvgPoolBackward(t *testing.T) {
	spread := func(gy [][]float64, kernel int, share float64) [][]float64 {
		var gx [][]float64
		for r := range len(gy) * kernel {
			var row []float64
			for c := range len(gy[0]) * kernel {
				row = append(row, gy[r/kernel][c/kernel]*share)
			}
			gx = append(gx, row)
		}
		return gx
	}
	judge(t, answer{"right", true, func() {
		AvgPoolBackward(func(gy [][]float64, kernel int) [][]float64 { return spread(gy, kernel, 1/float64(kernel*kernel)) })
	}})
	judge(t, answer{"wrong", false, func() { AvgPoolBackward(func([][]float64, int) [][]float64 { return nil }) }})
	judge(t, answer{"wrong", false, func() {
		AvgPoolBackward(func(gy [][]float64, kernel int) [][]float64 { return spread(gy, kernel, 0.25) })
	}})
	judge(t, answer{"wrong", false, func() { // the first row for all
		AvgPoolBackward(func(gy [][]float64, kernel int) [][]float64 {
			for i := range gy {
				gy[i] = gy[0]
			}
			return spread(gy, kernel, 1/float64(kernel*kernel))
		})
	}})
}
