package exercise

import "testing"

func TestIm2col(t *testing.T) {
	solve := func(x [][][]float64, k int, swapped bool) [][]float64 {
		var columns [][]float64
		for _, channel := range x {
			for r := range k * k {
				a, b := r/k, r%k
				if swapped {
					a, b = b, a
				}
				var row []float64
				for i := range len(channel) - k + 1 {
					row = append(row, channel[i+a][b:len(channel[0])-k+1+b]...)
				}
				columns = append(columns, row)
			}
		}
		return columns
	}
	judge(t,
		answer{"right", true, func() { Im2col(func(x [][][]float64, k int) [][]float64 { return solve(x, k, false) }) }},
		answer{"stub", false, func() { Im2col(func(x [][][]float64, k int) [][]float64 { return nil }) }},
		answer{"columns before rows", false, func() { Im2col(func(x [][][]float64, k int) [][]float64 { return solve(x, k, true) }) }},
		answer{"one channel", false, func() { Im2col(func(x [][][]float64, k int) [][]float64 { return solve(x[:1], k, false) }) }},
		answer{"2×2 only", false, func() { Im2col(func(x [][][]float64, k int) [][]float64 { return solve(x, 2, false) }) }},
		answer{"the last channel first", false, func() {
			Im2col(func(x [][][]float64, k int) [][]float64 {
				return solve(append([][][]float64{x[len(x)-1]}, x[:len(x)-1]...), k, false)
			})
		}},
	)
}

func TestColumnNumbers(t *testing.T) {
	solve := func(ones, quarter int) func(in, side, k int) (int, int) {
		return func(in, side, k int) (int, int) {
			places := (side - k + 1) * (side - k + 1)
			return in * k * k * places, (in*(k+1)*(k+1) + ones) * places / quarter
		}
	}
	judge(t,
		answer{"right", true, func() { ColumnNumbers(solve(1, 4)) }},
		answer{"stub", false, func() { ColumnNumbers(func(in, side, k int) (int, int) { return 0, 0 }) }},
		answer{"the example", false, func() { ColumnNumbers(func(in, side, k int) (int, int) { return 14400, 5328 }) }},
		answer{"no ones", false, func() { ColumnNumbers(solve(0, 4)) }},
		answer{"all places", false, func() { ColumnNumbers(solve(1, 1)) }},
		answer{"one channel", false, func() { ColumnNumbers(func(in, side, k int) (int, int) { return solve(1, 4)(1, side, k) }) }},
	)
}

// placed puts the kernel into every place of a pooling, in either order of the places.
func placed(kernel [][]float64, pool int, downFirst bool) [][]float64 {
	side := len(kernel) + pool - 1
	var rows [][]float64
	for place := range pool * pool {
		top, left := place/pool, place%pool
		if downFirst {
			top, left = left, top
		}
		row := make([]float64, side*side)
		for a := range kernel {
			copy(row[(top+a)*side+left:], kernel[a])
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCorners(t *testing.T) {
	judge(t,
		answer{"right", true, func() { Corners(func(k [][]float64, pool int) [][]float64 { return placed(k, pool, false) }) }},
		answer{"stub", false, func() { Corners(func(k [][]float64, pool int) [][]float64 { return nil }) }},
		answer{"down first", false, func() { Corners(func(k [][]float64, pool int) [][]float64 { return placed(k, pool, true) }) }},
		answer{"2×2 pooling only", false, func() { Corners(func(k [][]float64, pool int) [][]float64 { return placed(k, 2, false) }) }},
		answer{"always the top left", false, func() {
			Corners(func(k [][]float64, pool int) [][]float64 {
				rows := placed(k, pool, false)
				for i := range rows {
					rows[i] = rows[0]
				}
				return rows
			})
		}},
	)
}

func TestFold(t *testing.T) {
	solve := func(columns [][]float64, side, k, stride int, put func(pixel *float64, v float64)) [][]float64 {
		x := make([][]float64, side)
		for i := range x {
			x[i] = make([]float64, side)
		}
		across := (side-k)/stride + 1
		for r, row := range columns {
			for p, v := range row {
				put(&x[p/across*stride+r/k][p%across*stride+r%k], v)
			}
		}
		return x
	}
	add := func(pixel *float64, v float64) { *pixel += v }
	set := func(pixel *float64, v float64) { *pixel = v }
	judge(t,
		answer{"right", true, func() {
			Fold(func(c [][]float64, side, k, stride int) [][]float64 { return solve(c, side, k, stride, add) })
		}},
		answer{"stub", false, func() { Fold(func(c [][]float64, side, k, stride int) [][]float64 { return nil }) }},
		answer{"overwritten", false, func() {
			Fold(func(c [][]float64, side, k, stride int) [][]float64 { return solve(c, side, k, stride, set) })
		}},
		answer{"as many positions as numbers in the kernel", false, func() {
			Fold(func(c [][]float64, side, k, stride int) [][]float64 { return solve(c, (k-1)*stride+k, k, stride, add) })
		}},
		answer{"no stride", false, func() {
			Fold(func(c [][]float64, side, k, stride int) [][]float64 { return solve(c, side, k, 1, add) })
		}},
	)
}

func TestStepWork(t *testing.T) {
	solve := func(passes, fewer int) func(batch int, forward []int) int {
		return func(batch int, forward []int) (sum int) {
			for _, work := range forward {
				sum += passes * work
			}
			return batch * (sum - fewer*forward[0])
		}
	}
	judge(t,
		answer{"right", true, func() { StepWork(solve(3, 1)) }},
		answer{"stub", false, func() { StepWork(func(batch int, forward []int) int { return 0 }) }},
		answer{"the example", false, func() { StepWork(func(batch int, forward []int) int { return 80486400 }) }},
		answer{"forward only", false, func() { StepWork(solve(1, 0)) }},
		answer{"the image's gradient too", false, func() { StepWork(solve(3, 0)) }},
		answer{"one image", false, func() { StepWork(func(batch int, forward []int) int { return solve(3, 1)(1, forward) }) }},
	)
}
