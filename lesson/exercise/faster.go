package exercise

import (
	"slices"

	"convnet.example/lesson/conv"
)

// Im2col checks exercise 11.1: x [c, h, w] → its k×k windows as columns,
// [c·k·k, positions]: channel by channel, row by row, and the positions row by row.
func Im2col(solve func(x [][][]float64, k int) [][]float64) {
	one := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	two := [][]float64{{0, -1, 2}, {5, 0, 3}, {8, 1, 4}}
	wide := [][]float64{{1, 2, 3, 4}, {5, 6, 7, 8}}
	var trials []trial
	for _, c := range []struct {
		x [][][]float64
		k int
	}{
		{[][][]float64{one}, 2},
		{[][][]float64{one, two}, 2},
		{[][][]float64{two, one, two}, 3},
		{[][][]float64{wide}, 2},
		{[][][]float64{{{7}}, {{9}}}, 1},
	} {
		var want [][]float64
		for _, channel := range c.x {
			for at := range c.k * c.k {
				want = append(want, seenBy(channel, c.k, 1, at))
			}
		}
		trials = append(trials, trial{
			given: arguments("x = %v, k = %d", c.x, c.k),
			got: func() any {
				x := make([][][]float64, len(c.x))
				for i := range x {
					x[i] = copied(c.x[i])
				}
				return solve(x, c.k)
			},
			want: want,
		})
	}
	question{"11.1", text{"the columns of several channels", "多个通道的列"}, text{
		"there is one row for each channel c and each a, b in the window; at position i, j it holds x[c][i+a][j+b].",
		"每个通道 c、窗口里的每个 a、b 各占一行；位置 i, j 上的数是 x[c][i+a][j+b]。",
	}}.check(trials...)
}

// seenBy returns what number at of a k×k window covers at each position in x, row by row.
func seenBy(x [][]float64, k, stride, at int) []float64 {
	return slices.Concat(conv.Correlate(x, unit(k, at), conv.Window{Stride: stride})...)
}

// unit is side×side zeros with a one at this place, counted row by row.
func unit(side, at int) [][]float64 {
	m := make([][]float64, side)
	for i := range m {
		m[i] = make([]float64, side)
	}
	m[at/side][at%side] = 1
	return m
}

// ColumnNumbers checks exercise 11.2: how many numbers there are in the columns of in
// channels of side×side pixels for a k×k kernel: all windows, and the (k+1)×(k+1) windows
// of a 2×2 pooling with the row of ones.
func ColumnNumbers(solve func(in, side, k int) (all, pooled int)) {
	var trials []trial
	for _, c := range [][5]int{
		{1, 28, 5, 14400, 5328},
		{10, 12, 5, 16000, 5776},
		{1, 6, 3, 144, 68},
		{3, 32, 5, 58800, 21364},
		{4, 8, 1, 256, 272},
	} {
		trials = append(trials, trial{
			given: arguments("in = %d, side = %d, k = %d", c[0], c[1], c[2]),
			got: func() any {
				all, pooled := solve(c[0], c[1], c[2])
				return []int{all, pooled}
			},
			want: []int{c[3], c[4]},
		})
	}
	question{"11.2", text{"numbers in the columns", "列里有多少个数"}, text{
		"all: in·k² rows and (side − k + 1)² columns; pooled: in·(k+1)² + 1 rows and a quarter of the columns.",
		"all：in·k² 行、(side − k + 1)² 列；pooled：in·(k+1)² + 1 行，列数是四分之一。",
	}}.check(trials...)
}

// Corners checks exercise 11.3: a kernel [k, k] in every place that a pool×pool pooling
// looks at, [pool², (k+pool−1)²]: the places row by row, each window as one row.
func Corners(solve func(kernel [][]float64, pool int) [][]float64) {
	three := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	two := [][]float64{{1, -2}, {3, 4}}
	var trials []trial
	for _, c := range []struct {
		kernel [][]float64
		pool   int
	}{{three, 2}, {two, 2}, {two, 3}, {[][]float64{{5}}, 2}, {three, 1}} {
		side := len(c.kernel) + c.pool - 1
		want := make([][]float64, c.pool*c.pool)
		for at := range side * side {
			y := slices.Concat(conv.Correlate(unit(side, at), c.kernel, conv.Window{})...)
			for r, v := range y {
				want[r] = append(want[r], v)
			}
		}
		trials = append(trials, trial{
			given: arguments("kernel = %v, pool = %d", c.kernel, c.pool),
			got:   func() any { return solve(copied(c.kernel), c.pool) },
			want:  want,
		})
	}
	question{"11.3", text{"corners for any pooling", "任意大小的池化"}, text{
		"the window has side k + pool − 1; row top·pool + left has kernel[a][b] at (top+a)·side + left+b, and zeros elsewhere.",
		"窗口边长是 k + pool − 1；第 top·pool + left 行里，kernel[a][b] 放在 (top+a)·side + left+b 处，其余是 0。",
	}}.check(trials...)
}
