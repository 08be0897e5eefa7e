package exercise

import (
	"slices"

	"convnet.example/lesson/conv"
)

// CornersBackward checks exercise 11.4: the way back through a convolution and its 2×2 max
// pooling, from the gradient gy of what the pooling gives to that of x.
func CornersBackward(solve func(x, kernel, gy [][]float64) [][]float64) {
	kernel := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	var trials []trial
	for _, c := range []struct{ x, kernel, gy [][]float64 }{
		{counted(4, 4), kernel, [][]float64{{1}}},
		{[][]float64{{9, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}, kernel, [][]float64{{1}}},
		{[][]float64{{3, 1}, {2, 3}}, [][]float64{{2}}, [][]float64{{5}}},
		{[][]float64{
			{3, 4, 6, 5, 7, 0}, {2, 4, 6, 8, 2, 1}, {1, 6, 7, 8, 4, 9},
			{9, 7, 4, 6, 2, 5}, {3, 7, 5, 4, 1, 8}, {2, 9, 6, 3, 9, 4},
		}, kernel, [][]float64{{1, -2}, {3, 4}}},
		{[][]float64{{1, 7, 2, 0, 5}, {4, 0, 3, 6, 1}, {2, 8, 0, 1, 9}, {5, 1, 4, 2, 0}, {0, 3, 6, 7, 2}},
			[][]float64{{1, -1}, {2, -2}}, [][]float64{{1, 10}, {100, 1000}}},
	} {
		trials = append(trials, trial{
			given: arguments("x = %v, kernel = %v, gy = %v", c.x, c.kernel, c.gy),
			got:   func() any { return solve(copied(c.x), copied(c.kernel), copied(c.gy)) },
			want:  backAsWritten(c.x, c.kernel, c.gy),
		})
	}
	question{"11.4", text{"back through the four corners", "穿过四个角往回走"}, text{
		"let winner share each gradient among the four rows; the corners transposed, times that [4, places], are the columns' gradient; then add number p of row r to the pixel at p / across · 2 + r / (k+1) and p % across · 2 + r % (k+1).",
		"先用 winner 把每个梯度分给四行；四个角的矩阵转置后，乘以这个 [4, 位置数] 的矩阵，就是各列的梯度；再把第 r 行、第 p 个数加到第 p / 横向位置数 · 2 + r / (k+1) 行、第 p % 横向位置数 · 2 + r % (k+1) 列的像素上。",
	}}.check(trials...)
}

// backAsWritten goes back layer by layer: the pooling's gradient goes to the first largest
// of its four, and the convolution's is a correlation with the flipped kernel.
func backAsWritten(x, kernel, gy [][]float64) [][]float64 {
	y := conv.Correlate(x, kernel, conv.Window{})
	dy := make([][]float64, len(y))
	for i := range dy {
		dy[i] = make([]float64, len(y[i]))
	}
	for i, row := range gy {
		for j, g := range row {
			a, b := 2*i, 2*j
			for _, at := range [][2]int{{2 * i, 2*j + 1}, {2*i + 1, 2 * j}, {2*i + 1, 2*j + 1}} {
				if y[at[0]][at[1]] > y[a][b] {
					a, b = at[0], at[1]
				}
			}
			dy[a][b] = g
		}
	}
	return conv.Correlate(dy, conv.Flip(kernel), conv.Window{Padding: len(kernel) - 1})
}

// counted is a matrix of 1, 2, 3, … .
func counted(rows, columns int) [][]float64 {
	m := make([][]float64, rows)
	for i := range rows * columns {
		m[i/columns] = append(m[i/columns], float64(i+1))
	}
	return m
}

// CardBatch checks exercise 11.5: from how many images on the arithmetic of a training step
// takes a card at least as long as starting the step's operations. forward holds what each
// layer with weights multiplies and adds for one image.
func CardBatch(solve func(forward []int, launches int, launch, perSecond float64) int) {
	lecture := []int{144000, 320000, 3200}
	var trials []trial
	for _, c := range []struct {
		forward           []int
		launches          int
		launch, perSecond float64
		want              int
	}{
		{lecture, 50, 5e-6, 10e12, 994},
		{lecture, 200, 5e-6, 10e12, 3976},
		{lecture, 50, 5e-6, 120e9, 12},
		{[]int{7840}, 10, 1e-6, 1e12, 319},
		{[]int{1000, 2000, 3000}, 30, 2e-6, 1e11, 177},
	} {
		trials = append(trials, trial{
			given: arguments("forward = %v, launches = %d, launch = %g, perSecond = %g", c.forward, c.launches, c.launch, c.perSecond),
			got:   func() any { return solve(slices.Clone(c.forward), c.launches, c.launch, c.perSecond) },
			want:  c.want,
		})
	}
	question{"11.5", text{"a batch for a card", "给显卡的一批有多大"}, text{
		"an image takes two operations for each multiply-add, each layer three times, the first only twice; in launches · launch seconds the card does launches · launch · perSecond operations; divide, and round up.",
		"一次乘加是两次运算；每层算三遍，第一层只算两遍，这是一张图的运算次数。launches · launch 秒里，显卡能做 launches · launch · perSecond 次运算。相除，向上取整。",
	}}.check(trials...)
}
