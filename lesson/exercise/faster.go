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
				want = append(want, seenBy(channel, c.k, at))
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
func seenBy(x [][]float64, k, at int) []float64 {
	return slices.Concat(conv.Correlate(x, unit(k, at), conv.Window{})...)
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

// BreakEven checks exercise 11.2: how many multiply-adds a number of the columns has to
// cost for the four corners (pool×pool of them) to take as long as all windows do.
func BreakEven(solve func(in, out, side, k, pool int) float64) {
	var trials []trial
	for _, c := range []struct{ in, out, side, k, pool int }{
		{1, 10, 28, 5, 2}, {10, 20, 12, 5, 2}, {1, 10, 28, 5, 3}, {3, 16, 32, 3, 2}, {1, 1, 4, 3, 2}, {2, 8, 14, 3, 4},
	} {
		all := c.in * c.k * c.k * square(c.side-c.k+1)
		pooled := (c.in*square(c.k+c.pool-1) + 1) * square((c.side-c.k+1)/c.pool)
		more := square(c.pool)*c.out*pooled - c.out*all
		trials = append(trials, trial{
			given: arguments("in = %d, out = %d, side = %d, k = %d, pool = %d", c.in, c.out, c.side, c.k, c.pool),
			got:   func() any { return solve(c.in, c.out, c.side, c.k, c.pool) },
			want:  float64(more) / float64(all-pooled),
		})
	}
	question{"11.2", text{"when the corners pay", "四个角何时划算"}, text{
		"all windows are in·k² numbers for each place, and the product takes each number out times; with the corners there are pool² times fewer columns, of in·(k + pool − 1)² + 1 numbers, and each is taken pool²·out times. Divide the multiply-adds added by the numbers saved.",
		"全部窗口：每个位置 in·k² 个数，每个数乘 out 次；四个角：列数只有 1/pool²，每列 in·(k + pool − 1)² + 1 个数，每个数乘 pool²·out 次。用多出来的乘加次数，除以省下的数的个数。",
	}}.check(trials...)
}

func square(n int) int { return n * n }

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
