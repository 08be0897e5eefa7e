package exercise

import "testing"

func TestPooledSize(t *testing.T) {
	right := func(in, kernel, stride int) int {
		if stride == 0 {
			stride = kernel
		}
		return (in-kernel)/stride + 1
	}
	judge(t, answer{"right", true, func() { PooledSize(right) }})
	judge(t, answer{"wrong", false, func() { PooledSize(func(in, kernel, stride int) int { return 0 }) }})
	judge(t, answer{"wrong", false, func() { PooledSize(func(in, kernel, stride int) int { return in / 2 }) }})
	judge(t, answer{"wrong", false, func() { PooledSize(func(in, kernel, stride int) int { return right(in, kernel, max(stride, 1)) }) }})
	judge(t, answer{"wrong", false, func() { PooledSize(func(in, kernel, stride int) int { return right(in, kernel, 0) }) }})
	judge(t, answer{"wrong", false, func() { PooledSize(func(in, kernel, stride int) int { return right(in+kernel-1, kernel, stride) }) }})
}

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
// all before it.
func unpooled(x, gy [][]float64, kernel int, more func(candidate, best float64) bool) [][]float64 {
	gx := copied(x)
	for i := range gx {
		clear(gx[i])
	}
	for i := range gy {
		for j := range gy[i] {
			row, column := i*kernel, j*kernel
			for k := range kernel * kernel {
				if r, c := i*kernel+k/kernel, j*kernel+k%kernel; more(x[r][c], x[row][column]) {
					row, column = r, c
				}
			}
			gx[row][column] = gy[i][j]
		}
	}
	return gx
}

func TestMaxPoolBackward(t *testing.T) {
	first := func(a, b float64) bool { return a > b }
	last := func(a, b float64) bool { return a >= b }
	judge(t, answer{"right", true, func() {
		MaxPoolBackward(func(x, gy [][]float64, kernel int) [][]float64 { return unpooled(x, gy, kernel, first) })
	}})
	judge(t, answer{"wrong", false, func() { MaxPoolBackward(func(x, gy [][]float64, kernel int) [][]float64 { return nil }) }})
	judge(t, answer{"wrong", false, func() {
		MaxPoolBackward(func(x, gy [][]float64, kernel int) [][]float64 { return unpooled(x, gy, kernel, last) })
	}})
	judge(t, answer{"wrong", false, func() { // ragged and too small: an index out of range
		MaxPoolBackward(func(x, gy [][]float64, kernel int) [][]float64 { return unpooled(x[:1], gy, kernel, first) })
	}})
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
