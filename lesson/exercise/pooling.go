package exercise

import (
	"convnet.example/lesson/conv"
)

// PooledSize checks exercise 06.1: how many positions a pooling window has along a side of
// in pixels, without padding, where a stride of 0 means that it was not given.
func PooledSize(solve func(in, kernel, stride int) int) {
	var trials []trial
	for _, c := range [][3]int{{24, 2, 0}, {24, 2, 2}, {24, 2, 1}, {8, 2, 0}, {9, 3, 0}, {5, 2, 0}, {10, 3, 0}, {10, 3, 2}, {6, 4, 2}} {
		w := conv.Window{Kernel: c[1], Stride: c[2]}
		if w.Stride == 0 {
			w = conv.Pool(c[1])
		}
		trials = append(trials, trial{
			given: arguments("in = %d, kernel = %d, stride = %d", c[0], c[1], c[2]),
			got:   func() any { return solve(c[0], c[1], c[2]) },
			want:  w.Size(c[0]),
		})
	}
	question{"06.1", text{"the size after pooling", "下采样之后的大小"}, text{
		"first replace a stride of 0 by the kernel size; then ⌊(in − kernel) / stride⌋ + 1.",
		"先把 stride = 0 换成 kernel，再算 ⌊(in − kernel) / stride⌋ + 1。",
	}}.check(trials...)
}

// MaxPool checks exercise 06.2: x [h, w] → [h', w'], the largest number under each position
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
	question{"06.2", text{"max pooling with loops", "用循环写最大池化"}, text{
		"output i, j looks at rows i·stride to i·stride + kernel − 1; start the maximum at the window's first number, not at 0.",
		"输出 i, j 看的是第 i·stride 到 i·stride + kernel − 1 行；最大值从窗口的第一个数开始比，不要从 0 开始。",
	}}.check(trials...)
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
