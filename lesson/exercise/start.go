package exercise

import (
	"fmt"
	"os"
	"path/filepath"
)

// Count checks exercise 00.1: how many numbers a batch [n, c, h, w] holds.
func Count(solve func(n, c, h, w int) int) {
	var trials []trial
	for _, c := range []struct{ n, c, h, w, want int }{
		{1, 1, 28, 28, 784}, {64, 1, 28, 28, 50176}, {64, 10, 24, 24, 368640}, {2, 3, 5, 7, 210},
	} {
		trials = append(trials, trial{
			given: arguments("n = %d, c = %d, h = %d, w = %d", c.n, c.c, c.h, c.w),
			got:   func() any { return solve(c.n, c.c, c.h, c.w) },
			want:  c.want,
		})
	}
	question{"00.1", text{"the numbers in a batch", "一批有多少个数"}, text{
		"each of n images has c channels, each channel h rows, each row w pixels: multiply.",
		"n 张图，每张 c 个通道，每个通道 h 行，每行 w 个像素：乘起来。",
	}}.check(trials...)
}

// Grid checks exercise 00.2: a matrix of rows × columns whose numbers count from 0, row by
// row.
func Grid(solve func(rows, columns int) [][]float64) {
	var trials []trial
	for _, c := range []struct {
		rows, columns int
		want          [][]float64
	}{
		{2, 2, [][]float64{{0, 1}, {2, 3}}},
		{2, 3, [][]float64{{0, 1, 2}, {3, 4, 5}}},
		{3, 2, [][]float64{{0, 1}, {2, 3}, {4, 5}}},
		{1, 4, [][]float64{{0, 1, 2, 3}}},
	} {
		trials = append(trials, trial{
			given: arguments("rows = %d, columns = %d", c.rows, c.columns),
			got:   func() any { return solve(c.rows, c.columns) },
			want:  c.want,
		})
	}
	question{"00.2", text{"rows first", "先行后列"}, text{
		"the outer slice holds the rows, so it is rows long; each row is columns long.",
		"外层切片装的是行，长度是 rows；每一行的长度是 columns。",
	}}.check(trials...)
}

// Sum checks exercise 00.3: the sum of all numbers of a matrix.
func Sum(solve func(m [][]float64) float64) {
	var trials []trial
	for _, c := range []struct {
		m    [][]float64
		want float64
	}{
		{[][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, 45},
		{[][]float64{{1.5, -2}, {0.25, 4}, {-1, 1}}, 3.75},
		{[][]float64{{3, 4, 6, 5, 7}}, 25},
		{[][]float64{{-8}}, -8},
	} {
		trials = append(trials, trial{
			given: arguments("m = %v", c.m),
			got:   func() any { return solve(c.m) },
			want:  c.want,
		})
	}
	question{"00.3", text{"the sum of a matrix", "矩阵求和"}, text{
		"two loops: for _, row := range m, and inside it for _, v := range row.",
		"两层循环：外层 for _, row := range m，内层 for _, v := range row。",
	}}.check(trials...)
}

// Largest checks exercise 00.4: the index of the largest score, the first one if several
// are equal.
func Largest(solve func(scores []float32) int) {
	var trials []trial
	for _, c := range []struct {
		scores []float32
		want   int
	}{
		{[]float32{0.1, 2.5, -1}, 1},
		{[]float32{-3, -1, -2}, 1},
		{[]float32{4, 1, 2, 0}, 0},
		{[]float32{1, 0, 7, 3, 7}, 2},
		{[]float32{-7, -6, -5, -4, -3, -2, -1, 0, 1, 2}, 9},
	} {
		trials = append(trials, trial{
			given: arguments("scores = %v", c.scores),
			got:   func() any { return solve(c.scores) },
			want:  c.want,
		})
	}
	question{"00.4", text{"the class with the largest score", "得分最高的类别"}, text{
		"remember the index of the best so far, at first 0, and replace it only by a larger score: all scores may be negative.",
		"记住目前最大的下标，从 0 开始，遇到更大的得分才换；得分可能全是负数。",
	}}.check(trials...)
}

// Counter checks exercise 00.5: a function that counts its own calls in a file, from 1. A
// copy of the file goes on where the original was.
func Counter(solve func(file string) int) {
	dir, err := os.MkdirTemp("", "counter")
	if err != nil {
		fmt.Fprintln(output, "✗ 00.5:", err)
		return
	}
	defer os.RemoveAll(dir)
	first, second, third := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "c")
	calls := func(file string, n int) any {
		var counts []int
		for range n {
			counts = append(counts, solve(file))
		}
		return counts
	}
	question{"00.5", text{"a value that survives", "留得住的值"}, text{
		"read the file (no file means 0), add 1, write it back with os.WriteFile, return the number.",
		"读文件（没有文件就当 0），加 1，用 os.WriteFile 写回去，再返回这个数。",
	}}.check(
		trial{text{"three calls with a new file", "对一个新文件调用三次"}, func() any { return calls(first, 3) }, []int{1, 2, 3}},
		trial{text{"two calls with another file", "对另一个文件调用两次"}, func() any { return calls(second, 2) }, []int{1, 2}},
		trial{text{"ten more calls with the first file", "对第一个文件再调用十次"}, func() any { return calls(first, 10) },
			[]int{4, 5, 6, 7, 8, 9, 10, 11, 12, 13}},
		trial{text{"one call with a copy of the first file", "对第一个文件的副本调用一次"}, func() any {
			if b, err := os.ReadFile(first); err == nil {
				os.WriteFile(third, b, 0o600)
			}
			return calls(third, 1)
		}, []int{14}},
	)
}
