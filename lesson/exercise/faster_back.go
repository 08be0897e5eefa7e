package exercise

import "slices"

// Fold checks exercise 11.4: columns [k·k, positions] of windows that are stride pixels
// apart → the image [side, side], in which each pixel is the sum of what the windows
// hold of it.
func Fold(solve func(columns [][]float64, side, k, stride int) [][]float64) {
	var trials []trial
	for _, c := range []struct {
		columns         [][]float64
		side, k, stride int
	}{
		{counted(4, 4), 3, 2, 1},
		{counted(4, 4), 4, 2, 2},
		{counted(9, 4), 5, 3, 2},
		{counted(4, 9), 4, 2, 1},
		{counted(1, 4), 4, 1, 2},
		{counted(16, 4), 6, 4, 2},
	} {
		trials = append(trials, trial{
			given: arguments("columns = %v, side = %d, k = %d, stride = %d", c.columns, c.side, c.k, c.stride),
			got:   func() any { return solve(copied(c.columns), c.side, c.k, c.stride) },
			want:  folded(c.columns, c.side, c.k, c.stride),
		})
	}
	question{"11.4", text{"fold with a stride", "带步幅的折叠"}, text{
		"(side − k) / stride + 1 positions fit across; row r, position p is added to the pixel at p / across · stride + r / k and p % across · stride + r % k.",
		"横向有 (side − k) / stride + 1 个位置；第 r 行、第 p 个位置的数，加到第 p / 横向位置数 · stride + r / k 行、第 p % 横向位置数 · stride + r % k 列的像素上。",
	}}.check(trials...)
}

// folded computes each pixel as the sum of the columns where they see it.
func folded(columns [][]float64, side, k, stride int) [][]float64 {
	x := make([][]float64, side)
	for at := range side * side {
		sum := 0.0
		for r, row := range columns {
			for p, seen := range seenBy(unit(side, at), k, stride, r) {
				sum += seen * row[p]
			}
		}
		x[at/side] = append(x[at/side], sum)
	}
	return x
}

// counted is a matrix of 1, 2, 3, … .
func counted(rows, columns int) [][]float64 {
	m := make([][]float64, rows)
	for i := range rows * columns {
		m[i/columns] = append(m[i/columns], float64(i+1))
	}
	return m
}

// StepWork checks exercise 11.5: the multiply-adds of a training step, from the size of
// the batch and what each layer with weights takes forward for one image.
func StepWork(solve func(batch int, forward []int) int) {
	var trials []trial
	for _, c := range []struct {
		batch   int
		forward []int
		want    int
	}{
		{64, []int{144000, 320000, 3200}, 80486400},
		{1, []int{100}, 200},
		{1, []int{100, 10}, 230},
		{32, []int{7840}, 501760},
		{10, []int{1, 2, 3, 4}, 290},
	} {
		trials = append(trials, trial{
			given: arguments("batch = %d, forward = %v", c.batch, c.forward),
			got:   func() any { return solve(c.batch, slices.Clone(c.forward)) },
			want:  c.want,
		})
	}
	question{"11.5", text{"the work of a step", "一步要算多少"}, text{
		"each layer takes its multiply-adds three times, forward, for its weights and for its input; the first layer only twice; and all that for each image.",
		"每一层的乘加要算三遍：前向一遍，权重的梯度一遍，输入的梯度一遍；第一层只算两遍。每张图都要这么算。",
	}}.check(trials...)
}
