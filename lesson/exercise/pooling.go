package exercise

import (
	"math"

	"convnet.example/lesson/conv"
)

// MaxPool checks exercise 06.1: x [h, w] → [h', w'], the largest number under each position
// of a window of kernel × kernel pixels that moves by stride.
func MaxPool(solve func(x [][]float64, kernel, stride int) [][]float64) {
	var trials []trial
	for _, c := range []struct {
		x              [][]float64
		kernel, stride int
	}{
		{poolExample, 2, 2},
		{poolExample, 2, 1},
		{poolExample, 3, 1},
		{[][]float64{{-1, -2}, {-3, -4}}, 2, 2},
		{[][]float64{{1, 2, 9}, {3, 4, 9}, {9, 9, 9}}, 2, 2},
		{[][]float64{{1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1}}, 2, 2},
	} {
		trials = append(trials, trial{
			given: arguments("x = %v, kernel = %d, stride = %d", c.x, c.kernel, c.stride),
			got:   func() any { return solve(copied(c.x), c.kernel, c.stride) },
			want:  conv.MaxPool(c.x, conv.Window{Kernel: c.kernel, Stride: c.stride}),
		})
	}
	question{"06.1", text{"max pooling with loops", "用循环写最大池化"}, text{
		"output i, j looks at rows i·stride to i·stride + kernel − 1; start the maximum at the window's first number, not at 0.",
		"输出的第 i 行，看的是第 i·stride 到 i·stride + kernel − 1 行；最大值从窗口的第一个数开始比，不要从 0 开始。",
	}}.check(trials...)
}

// Unseen checks exercise 06.2: a 4×4 map that 2×2 max pooling cannot tell from the same map one
// pixel further right, although the mean of every square has changed.
func Unseen(solve func() [][]float64) {
	changed := func(pool func([][]float64, conv.Window) [][]float64) func() any {
		return func() any {
			x := solve()
			before, after, n := pool(x, conv.Pool(2)), pool(movedRight(x), conv.Pool(2)), 0
			for i, row := range before {
				for j := range row {
					if math.Abs(after[i][j]-row[j]) > tolerance {
						n++
					}
				}
			}
			return n
		}
	}
	question{"06.2", text{"a shift that max pooling does not see", "最大池化看不出的平移"}, text{
		"in each row let the largest numbers stand in columns 0 and 2, where a step to the right stays in the square, and put something smaller into column 1.",
		"让每行最大的数落在第 0 列和第 2 列，右移一格仍在原来的块里；第 1 列放一个小一些的数。",
	}}.check(
		trial{text{"the lengths of the rows", "各行的长度"}, func() any { return lengths(solve()) }, []int{4, 4, 4, 4}},
		trial{text{"the last column", "最后一列"}, func() any { return column(solve(), 3) }, []float64{0, 0, 0, 0}},
		trial{text{"squares whose maximum changes", "最大值变了的块数"}, changed(conv.MaxPool), 0},
		trial{text{"squares whose mean changes", "平均值变了的块数"}, changed(conv.AvgPool), 4},
	)
}

// movedRight returns a map one pixel further right, with zeros in its first column.
func movedRight(x [][]float64) [][]float64 {
	y := make([][]float64, len(x))
	for i, row := range x {
		y[i] = append([]float64{0}, row[:len(row)-1]...)
	}
	return y
}

// lengths returns how many numbers each row has.
func lengths(x [][]float64) []int {
	n := make([]int, len(x))
	for i, row := range x {
		n[i] = len(row)
	}
	return n
}

// column returns column j of a map.
func column(x [][]float64, j int) []float64 {
	c := make([]float64, len(x))
	for i, row := range x {
		c[i] = row[j]
	}
	return c
}

// OrderMatters checks exercise 06.3: a 2×2 window for which it makes a difference whether
// ReLU stands before or after average pooling.
func OrderMatters(solve func() [][]float64) {
	mean := func(before, after func(float64) float64) any {
		x := solve()
		if len(x) != 2 || len(x[0]) != 2 || len(x[1]) != 2 {
			return x
		}
		return after((before(x[0][0]) + before(x[0][1]) + before(x[1][0]) + before(x[1][1])) / 4)
	}
	relu := func(v float64) float64 { return max(v, 0) }
	keep := func(v float64) float64 { return v }
	question{"06.3", text{"where the order matters", "顺序何时有影响"}, text{
		"the mean is −1 if the four numbers sum to −4; ReLU first gives 2 if the positive ones sum to 8.",
		"四个数之和为 −4，平均值就是 −1；其中正数之和为 8，先 ReLU 再平均就是 2。",
	}}.check(
		trial{text{"average", "平均"}, func() any { return mean(keep, keep) }, -1.0},
		trial{text{"average, then ReLU", "先平均，再 ReLU"}, func() any { return mean(keep, relu) }, 0.0},
		trial{text{"ReLU, then average", "先 ReLU，再平均"}, func() any { return mean(relu, keep) }, 2.0},
	)
}

// poolExample has its maxima in all corners of a window.
var poolExample = [][]float64{{4, 0, 1, 3}, {2, 1, 2, 0}, {5, 1, 0, 2}, {7, 6, 1, 8}}
