package exercise

import (
	"fmt"
	"math"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
)

// Seen checks exercise 10.1: the square of pixels that the number at row and column behind a
// stack of windows has seen: its first row, its first column and its side. Strides are written
// out, and there is no padding or dilation.
func Seen(solve func(row, column int, windows []conv.Window) (top, left, side int)) {
	q := question{"10.1", text{"what a number has seen", "一个数看到了哪里"}, text{
		"start with the square row, column, side 1 and go from the last window to the first: top and left become stride times as large, the side (side − 1) · stride + kernel.",
		"从第 row 行、第 column 列、边长为 1 的方块出发，由最后一个窗口倒着走到第一个：top、left 都乘以步幅，边长变成 (边长 − 1) · 步幅 + 窗口大小。"}}
	a, b := conv.Window{Kernel: 5, Stride: 1}, conv.Window{Kernel: 2, Stride: 2}
	c := conv.Window{Kernel: 3, Stride: 2}
	var trials []trial
	for _, t := range []struct {
		row, column int
		windows     []conv.Window
		want        []int
	}{
		{7, 3, []conv.Window{a}, []int{7, 3, 5}},
		{7, 3, []conv.Window{a, b}, []int{14, 6, 6}},
		{7, 0, []conv.Window{a, b, a}, []int{14, 0, 14}},
		{1, 2, []conv.Window{a, b, a, b}, []int{4, 8, 16}},
		{2, 1, []conv.Window{c, c, a}, []int{8, 4, 23}},
		{4, 9, nil, []int{4, 9, 1}},
	} {
		trials = append(trials, trial{
			given: arguments("row = %d, column = %d, w = %s", t.row, t.column, kernelsAndStrides(t.windows)),
			got: func() any {
				top, left, side := solve(t.row, t.column, append([]conv.Window(nil), t.windows...))
				return []int{top, left, side}
			},
			want: t.want,
		})
	}
	q.check(trials...)
}

// kernelsAndStrides writes windows as kernel/stride.
func kernelsAndStrides(windows []conv.Window) string {
	s := []string{}
	for _, w := range windows {
		s = append(s, fmt.Sprintf("%d/%d", w.Kernel, w.Stride))
	}
	return fmt.Sprint(s)
}

// SmallestChange checks exercise 10.3: the score of an answer is a sum of weights · pixels and
// leads by so much; by how much must every pixel be allowed to change, up or down, until the
// lead can be gone?
func SmallestChange(solve func(weights []float64, lead float64) float64) {
	q := question{"10.3", text{"how small a change is enough", "多小的改动就够了"}, text{
		"a pixel that moves by ε against its weight takes ε · |weight| from the lead; all of them take ε · Σ|weight|.",
		"每个像素逆着自己的权重改变 ε，领先就减少 ε · |权重|；所有像素一起减少 ε · Σ|权重|。"}}
	even := make([]float64, mnist.Pixels)
	for i := range even {
		even[i] = 0.1 * math.Pow(-1, float64(i))
	}
	var trials []trial
	for _, c := range []struct {
		name    string
		weights []float64
		lead    float64
		want    float64
	}{
		{"[0.5]", []float64{0.5}, 2, 4},
		{"[1 -2 3]", []float64{1, -2, 3}, 6, 1},
		{"[0 0 -4]", []float64{0, 0, -4}, 1, 0.25},
		{"784 × ±0.1", even, 7.84, 0.1},
	} {
		trials = append(trials, trial{
			given: arguments("weights = %s, lead = %v", c.name, c.lead),
			got:   func() any { return solve(append([]float64(nil), c.weights...), c.lead) },
			want:  c.want,
		})
	}
	q.check(trials...)
}
