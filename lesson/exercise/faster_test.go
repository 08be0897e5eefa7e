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

func TestBreakEven(t *testing.T) {
	solve := func(in, out, side, k, pool, ones int) float64 {
		places := square(side - k + 1)
		all, pooled := in*k*k*places, (in*square(k+pool-1)+ones)*places/square(pool)
		return float64(out*(square(pool)*pooled-all)) / float64(all-pooled)
	}
	judge(t,
		answer{"right", true, func() {
			BreakEven(func(in, out, side, k, pool int) float64 { return solve(in, out, side, k, pool, 1) })
		}},
		answer{"stub", false, func() { BreakEven(func(in, out, side, k, pool int) float64 { return 0 }) }},
		answer{"the example", false, func() { BreakEven(func(in, out, side, k, pool int) float64 { return 480. / 63 }) }},
		answer{"no ones", false, func() {
			BreakEven(func(in, out, side, k, pool int) float64 { return solve(in, out, side, k, pool, 0) })
		}},
		answer{"2×2 pooling only", false, func() {
			BreakEven(func(in, out, side, k, pool int) float64 { return solve(in, out, side, k, 2, 1) })
		}},
		answer{"upside down", false, func() {
			BreakEven(func(in, out, side, k, pool int) float64 { return 1 / solve(in, out, side, k, pool, 1) })
		}},
		answer{"the ratio of the multiply-adds", false, func() {
			BreakEven(func(in, out, side, k, pool int) float64 { return float64(square(k+pool-1)) / float64(k*k) })
		}},
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

func TestCornersBackward(t *testing.T) {
	// solve goes through columns, as the notebook does; wins tells whether a later one of the
	// four takes the gradient from an earlier one.
	solve := func(x, kernel, gy [][]float64, stride int, wins func(later, earlier float64) bool) [][]float64 {
		rows, k, across := placed(kernel, 2, false), len(kernel)+1, len(gy[0])
		dx := make([][]float64, len(x))
		for i := range dx {
			dx[i] = make([]float64, len(x))
		}
		for i, row := range gy {
			for j, g := range row {
				best, most := 0, 0.0
				for c, corner := range rows {
					sum := 0.0
					for r, w := range corner {
						sum += w * x[2*i+r/k][2*j+r%k]
					}
					if c == 0 || wins(sum, most) {
						best, most = c, sum
					}
				}
				p := i*across + j
				for r, w := range rows[best] {
					dx[p/across*stride+r/k][p%across*stride+r%k] += w * g
				}
			}
		}
		return dx
	}
	more := func(later, earlier float64) bool { return later > earlier }
	judge(t,
		answer{"right", true, func() {
			CornersBackward(func(x, kernel, gy [][]float64) [][]float64 { return solve(x, kernel, gy, 2, more) })
		}},
		answer{"stub", false, func() { CornersBackward(func(x, kernel, gy [][]float64) [][]float64 { return nil }) }},
		answer{"no stride", false, func() {
			CornersBackward(func(x, kernel, gy [][]float64) [][]float64 { return solve(x, kernel, gy, 1, more) })
		}},
		answer{"the last largest", false, func() {
			CornersBackward(func(x, kernel, gy [][]float64) [][]float64 {
				return solve(x, kernel, gy, 2, func(later, earlier float64) bool { return later >= earlier })
			})
		}},
		answer{"always the top left", false, func() {
			CornersBackward(func(x, kernel, gy [][]float64) [][]float64 {
				return solve(x, kernel, gy, 2, func(_, _ float64) bool { return false })
			})
		}},
	)
}

func TestCardBatch(t *testing.T) {
	solve := func(passes, fewer, operations, more int) func(forward []int, launches int, launch, perSecond float64) int {
		return func(forward []int, launches int, launch, perSecond float64) int {
			work := -fewer * forward[0]
			for _, adds := range forward {
				work += passes * adds
			}
			return int(float64(launches)*launch*perSecond/float64(operations*work)) + more
		}
	}
	judge(t,
		answer{"right", true, func() { CardBatch(solve(3, 1, 2, 1)) }},
		answer{"stub", false, func() { CardBatch(func([]int, int, float64, float64) int { return 0 }) }},
		answer{"the example", false, func() { CardBatch(func([]int, int, float64, float64) int { return 994 }) }},
		answer{"forward only", false, func() { CardBatch(solve(1, 0, 2, 1)) }},
		answer{"the image's gradient too", false, func() { CardBatch(solve(3, 0, 2, 1)) }},
		answer{"a multiply-add is one operation", false, func() { CardBatch(solve(3, 1, 1, 1)) }},
		answer{"rounded down", false, func() { CardBatch(solve(3, 1, 2, 0)) }},
	)
}
