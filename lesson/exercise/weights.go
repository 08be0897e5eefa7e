package exercise

import (
	"fmt"
	"math"
	"slices"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
)

// HiddenKernel checks exercise 05.1: box correlates what it is given with a 3×3 kernel, without
// padding, and adds a bias everywhere; find asks it once, and returns the kernel and the bias.
func HiddenKernel(find func(box func(x [][]float64) [][]float64) (kernel [][]float64, bias float64)) {
	var trials []trial
	for i, c := range []struct {
		kernel [][]float64
		bias   float64
	}{
		{[][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, 10},
		{[][]float64{{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}, 0},
		{[][]float64{{0.5, -1, 0}, {2, 0, -0.5}, {0, 1, -2}}, -0.25},
	} {
		trials = append(trials, trial{
			given: text{fmt.Sprintf("box %d: kernel, then bias", i+1), fmt.Sprintf("第 %d 个黑盒：卷积核，再是偏置", i+1)},
			got: func() any {
				kernel, bias := find(once(c.kernel, c.bias))
				return append(kernel[:len(kernel):len(kernel)], []float64{bias})
			},
			want: append(c.kernel[:3:3], []float64{c.bias}),
		})
	}
	question{"05.1", text{"one question to a hidden kernel", "只问一次，问出卷积核"}, text{
		"give the box a single 1 with so much 0 around it that some places of the answer have not seen the 1: they show the bias. Around the 1 lies the kernel on its head, plus the bias.",
		"只放一个 1，周围的 0 要够多，让输出里有几个位置看不到这个 1：那里就是偏置。看得到的地方，是转了 180° 的卷积核再加偏置。",
	}}.check(trials...)
}

// once is a box that correlates with a kernel, adds a bias, and answers once.
func once(kernel [][]float64, bias float64) func(x [][]float64) [][]float64 {
	asked := 0
	return func(x [][]float64) [][]float64 {
		if asked++; asked > 1 {
			panic(in(text{"the box was asked twice", "黑盒被问了两次"}))
		}
		y := conv.Correlate(x, kernel, conv.Window{})
		for i := range y {
			for j := range y[i] {
				y[i][j] += bias
			}
		}
		return y
	}
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
		"the terms are independent and their mean is 0, so their mean squares add up: n·b²/3 times that of the inputs. That must be 1, or 2 if a ReLU has halved the mean square before.",
		"各项独立，平均为 0，所以均方可以直接相加：和的均方是输入的 n·b²/3 倍。这个倍数要等于 1；如果前面的 ReLU 让均方先减了一半，就要等于 2。",
	}}.check(trials...)
}

// Report checks exercise 05.3: the test accuracy to report for one of several settings, each
// tried from several seeds, of which the accuracies on validation and test digits are known:
// [setting][seed].
func Report(solve func(validation, test [][]float64) float64) {
	var trials []trial
	for _, c := range []struct {
		validation, test [][]float64
		want             float64
	}{
		{[][]float64{{0.951, 0.953}, {0.968, 0.948}, {0.962, 0.960}}, [][]float64{{0.949, 0.95}, {0.97, 0.96}, {0.961, 0.957}}, 0.959},
		{[][]float64{{0.91}, {0.90}}, [][]float64{{0.89}, {0.92}}, 0.89},
		{[][]float64{{0.96, 0.90, 0.96}, {0.95, 0.95, 0.95}}, [][]float64{{0.96, 0.96, 0.96}, {0.94, 0.95, 0.93}}, 0.94},
	} {
		trials = append(trials, trial{
			given: arguments("validation = %v, test = %v", c.validation, c.test),
			got:   func() any { return solve(copied(c.validation), copied(c.test)) },
			want:  c.want,
		})
	}
	question{"05.3", text{"which number to report", "该报哪个数"}, text{
		"choose the setting by the mean of its validation accuracies, not by its luckiest seed; then report the mean of its test accuracies, even if another's are higher.",
		"按各种子在验证集上的平均来选设置，不看运气最好的那个种子；选定之后，报它在测试集上的平均，哪怕别的设置更高。",
	}}.check(trials...)
}

// Shuffle checks exercise 05.4: an order of the pixels, with pixel order[i] of the image in
// place i, that moves nearly all of them, and leaves neighbours neighbours.
func Shuffle(solve func() []int) {
	question{"05.4", text{"a shuffle that costs nothing", "不要紧的打乱"}, text{
		"turn the whole image, or hold it before a mirror; what is then in row i, column j?",
		"把整张图转一转，或者照照镜子；这时第 i 行第 j 列是原来哪里的像素？",
	}}.check(
		trial{text{"how many numbers", "有几个数"}, func() any { return len(solve()) }, mnist.Pixels},
		trial{text{"every pixel comes once", "每个像素恰好出现一次"}, func() any { return permutes(solve()) }, true},
		trial{text{"700 pixels or more have moved", "至少移动了 700 个像素"}, func() any { return movers(solve()) >= 700 }, true},
		trial{text{"pairs of neighbours that are neighbours still", "仍然相邻的有几对"}, func() any { return neighbours(solve()) }, 1512},
	)
}

// permutes tells whether each number from 0 to one less than there are comes once.
func permutes(order []int) bool {
	for i, p := range slices.Sorted(slices.Values(order)) {
		if i != p {
			return false
		}
	}
	return true
}

// movers counts the places that get another pixel.
func movers(order []int) (n int) {
	for i, from := range order {
		if i != from {
			n++
		}
	}
	return n
}

// neighbours counts the pairs of places side by side or one above the other whose pixels were
// so, too.
func neighbours(order []int) (n int) {
	beside := func(p, q int) bool {
		rows, columns := p/mnist.Side-q/mnist.Side, p%mnist.Side-q%mnist.Side
		return rows*rows+columns*columns == 1
	}
	for i := range order {
		for _, j := range []int{i + 1, i + mnist.Side} {
			if j < len(order) && beside(i, j) && beside(order[i], order[j]) {
				n++
			}
		}
	}
	return n
}
