package exercise

import (
	"fmt"
	"math"

	"convnet.example/lesson/conv"
)

// HiddenKernel checks exercise 05.1: box correlates what it is given with a 3×3 kernel, without
// padding; find asks it once, and returns the kernel.
func HiddenKernel(find func(box func(x [][]float64) [][]float64) [][]float64) {
	var trials []trial
	for i, kernel := range [][][]float64{
		{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}},
		{{0, 0, 0}, {0, 1, 0}, {0, 0, 0}},
		{{0.5, -1, 0}, {2, 0, -0.5}, {0, 1, -2}},
	} {
		trials = append(trials, trial{
			given: text{fmt.Sprintf("hidden kernel %d, asked once", i+1), fmt.Sprintf("第 %d 个隐藏的卷积核，只问一次", i+1)},
			got: func() any {
				asked := 0
				found := find(func(x [][]float64) [][]float64 {
					if asked++; asked > 1 {
						panic(say(text{"the box was asked twice", "黑盒被问了两次"}))
					}
					return conv.Correlate(x, kernel, conv.Window{})
				})
				return found
			},
			want: kernel,
		})
	}
	question{"05.1", text{"one question to a hidden kernel", "只问一次，问出卷积核"}, text{
		"give the box a single dot with enough paper around it, 5×5 with a 1 in the middle; what comes out is the kernel on its head.",
		"给黑盒一个点，周围留够空白：5×5，正中是 1；出来的是转了 180° 的卷积核。",
	}}.check(trials...)
}

// Bound checks exercise 05.2: the bound of U(−bound, bound) with which the mean square stays as it
// is through a layer with n terms, and, if relu is true, the ReLU before it.
func Bound(solve func(n int, relu bool) float64) {
	var trials []trial
	for _, c := range []struct {
		n    int
		relu bool
		want float64
	}{{25, false, math.Sqrt(3.0 / 25)}, {250, true, math.Sqrt(6.0 / 250)}, {320, true, math.Sqrt(6.0 / 320)}, {3, false, 1}, {6, true, 1}} {
		trials = append(trials, trial{
			given: arguments("n = %d, relu = %v", c.n, c.relu),
			got:   func() any { return solve(c.n, c.relu) },
			want:  c.want,
		})
	}
	question{"05.2", text{"the bound that keeps the spread", "b 取多大，幅度不变"}, text{
		"the gain n·bound²/3 must be 1; a ReLU that makes half of the numbers 0 halves the mean square first, so then it must be 2.",
		"放大倍数 n·bound²/3 要等于 1；如果前面的 ReLU 把一半的数变成 0，均方先减半，那就要等于 2。",
	}}.check(trials...)
}

// Report checks exercise 05.3: the test accuracy to report for one of several settings, of which
// the accuracies on validation and test digits are known.
func Report(solve func(validation, test []float64) float64) {
	var trials []trial
	for _, c := range []struct {
		validation, test []float64
		want             float64
	}{
		{[]float64{0.951, 0.968, 0.962}, []float64{0.949, 0.961, 0.966}, 0.961},
		{[]float64{0.91, 0.90}, []float64{0.89, 0.92}, 0.89},
		{[]float64{0.5}, []float64{0.4}, 0.4},
		{[]float64{0.97, 0.98, 0.985, 0.93}, []float64{0.981, 0.975, 0.979, 0.94}, 0.979},
	} {
		trials = append(trials, trial{
			given: arguments("validation = %v, test = %v", c.validation, c.test),
			got:   func() any { return solve(append([]float64(nil), c.validation...), append([]float64(nil), c.test...)) },
			want:  c.want,
		})
	}
	question{"05.3", text{"which number to report", "该报哪个数"}, text{
		"choose the setting by its validation accuracy alone; then report the test accuracy of that one, even if another's is higher.",
		"只看验证集来选；选定之后，报它在测试集上的准确率，哪怕别的更高。",
	}}.check(trials...)
}

// Undo checks exercise 05.4: the image before its pixels were permuted, where pixel i of the
// permuted image is pixel order[i] of the image.
func Undo(solve func(permuted []byte, order []int) []byte) {
	var trials []trial
	for _, c := range []struct {
		image []byte
		order []int
	}{
		{[]byte{10, 20, 30}, []int{2, 0, 1}},
		{[]byte{5, 6, 7, 8}, []int{0, 1, 2, 3}},
		{[]byte{1, 2, 3, 4, 5, 6}, []int{3, 5, 0, 4, 2, 1}},
	} {
		permuted := make([]byte, len(c.order))
		for i, from := range c.order {
			permuted[i] = c.image[from]
		}
		trials = append(trials, trial{
			given: arguments("permuted = %v, order = %v", permuted, c.order),
			got:   func() any { return solve(append([]byte(nil), permuted...), c.order) },
			want:  c.image,
		})
	}
	question{"05.4", text{"undo the permutation", "把像素放回去"}, text{
		"permuted[i] came from place order[i]: put it back there.",
		"permuted[i] 原来在 order[i] 处：放回去。",
	}}.check(trials...)
}
