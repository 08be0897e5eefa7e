package exercise

import (
	"math"
	"slices"

	"convnet.example/lesson/conv"
)

// BatchGradient checks exercise 08.1: the softmax s [n, classes] of a batch and its labels,
// −1 for an image that does not count → the gradient of the logits, [n, classes]. The loss
// is the mean of the cross-entropies of the images that count.
func BatchGradient(solve func(s [][]float64, labels []int) [][]float64) {
	try := func(s [][]float64, labels []int, want [][]float64) trial {
		return trial{arguments("s = %v, labels = %v", s, labels), func() any { return solve(copied(s), slices.Clone(labels)) }, want}
	}
	three := [][]float64{{0.2, 0.3, 0.5}, {0.1, 0.8, 0.1}, {0.6, 0.2, 0.2}}
	question{"08.1", text{"the gradient of a batch", "一批图像的梯度"}, text{
		"if one of n losses grows by 1, their mean grows by 1/n; n is the number of images that count, and the others get zeros.",
		"n 个损失中有一个增加 1，平均值只增加 1/n；n 是算数的图像有几张，其余图像的梯度是 0。",
	}}.check(
		try([][]float64{{0.25, 0.75}}, []int{1}, [][]float64{{0.25, -0.25}}),
		try([][]float64{{0.25, 0.75}, {0.5, 0.5}}, []int{1, 0}, [][]float64{{0.125, -0.125}, {-0.25, 0.25}}),
		try(three, []int{2, 1, 0}, [][]float64{{0.2 / 3, 0.1, -0.5 / 3}, {0.1 / 3, -0.2 / 3, 0.1 / 3}, {-0.4 / 3, 0.2 / 3, 0.2 / 3}}),
		try(three, []int{2, -1, 0}, [][]float64{{0.1, 0.15, -0.25}, {0, 0, 0}, {-0.2, 0.1, 0.1}}),
		try(three, []int{-1, -1, 1}, [][]float64{{0, 0, 0}, {0, 0, 0}, {0.6, -0.8, 0.2}}),
	)
}

// ReLUGradient checks exercise 08.2: x before ReLU and the gradient gy after it → the
// gradient before it, 0 where x is 0, as in PyTorch.
func ReLUGradient(solve func(x, gy []float64) []float64) {
	try := func(given text, x, gy, want []float64) trial {
		return trial{given, func() any { return solve(x, gy) }, want}
	}
	question{"08.2", text{"the gradient of ReLU", "ReLU 的梯度"}, text{
		"look at the sign of x, not of gy: where x > 0 gy passes, elsewhere there is 0.",
		"看的是 x 的符号，不是 gy 的：x > 0 处 gy 原样通过，别处是 0。",
	}}.check(
		try(arguments("x = [2 −3], gy = [5 7]"), []float64{2, -3}, []float64{5, 7}, []float64{5, 0}),
		try(arguments("x = [2 −3], gy = [−5 −7]"), []float64{2, -3}, []float64{-5, -7}, []float64{-5, 0}),
		try(arguments("x = [0 0.5 −0.5], gy = [1 2 3]"), []float64{0, 0.5, -0.5}, []float64{1, 2, 3}, []float64{0, 2, 0}),
	)
}

// WrongSlopes checks exercise 08.3: a function f, a place x and what is said to be its
// gradient there → the positions at which that is wrong by more than 0.01.
func WrongSlopes(solve func(f func([]float64) float64, x, gradient []float64) []int) {
	try := func(name string, f func([]float64) float64, x, gradient []float64, want ...int) trial {
		return trial{arguments("f = %s, x = %v, gradient = %.4v", name, x, gradient),
			func() any { return solve(f, slices.Clone(x), slices.Clone(gradient)) }, want}
	}
	sum := func(x []float64) float64 { return x[0]*x[0] + 3*x[1] }
	mean := func(x []float64) float64 { return (x[0]*x[0] + x[1]*x[1]) / 2 }
	loss := func(z []float64) float64 { return math.Log(math.Exp(z[0])+math.Exp(z[1])) - z[1] }
	relu := func(x []float64) float64 { return max(x[0], 0) - 2*max(x[1], 0) }
	slid := func(x []float64) float64 {
		y := conv.Correlate([][]float64{x}, [][]float64{{1, 2, 3}}, conv.Window{})[0]
		return 10*y[0] + y[1]
	}
	s0 := math.E / (math.E + 1)
	unspoilt := func() any { x := []float64{2, 5}; solve(sum, x, []float64{4, 3}); return x }
	question{"08.3", text{"find the wrong gradients", "找出错误的梯度"}, text{
		"for each position k: put x[k]+h, call f, put x[k]−h, call f, put the old number back; compare the difference, divided by 2h, with gradient[k].",
		"对每个位置 k：换成 x[k]+h，调用 f；换成 x[k]−h，再调用 f；把原来的数放回去。两次之差除以 2h，与 gradient[k] 比较。",
	}}.check(
		try("x0² + 3·x1", sum, []float64{2, 5}, []float64{4, 3}),
		try("x0² + 3·x1", sum, []float64{2, 5}, []float64{4, 5}, 1),
		trial{text{"x = [2 5] after the call", "调用之后的 x = [2 5]"}, unspoilt, []float64{2, 5}},
		try("(x0² + x1²) / 2", mean, []float64{3, -1}, []float64{6, -2}, 0, 1),
		try("ln(e^x0 + e^x1) − x1", loss, []float64{1, 0}, []float64{s0, 1 - s0}, 1),
		try("ReLU(x0) − 2·ReLU(x1)", relu, []float64{-3, 2}, []float64{1, 0}, 0, 1),
		try("10·y0 + y1, y = x ⋆ [1 2 3]", slid, []float64{7, 1, 0, 4}, []float64{10, 21, 32, 3}),
		try("10·y0 + y1, y = x ⋆ [1 2 3]", slid, []float64{7, 1, 0, 4}, []float64{30, 23, 12, 1}, 0, 1, 2, 3),
	)
}

// KernelGradient checks exercise 08.4: the image x [c, h, w] and the gradient gy [o, h', w']
// of what a convolution with stride 1 makes of it → the gradient of its kernels,
// [o, c, h−h'+1, w−w'+1].
func KernelGradient(solve func(x, gy [][][]float64) [][][][]float64) {
	wide := [][]float64{{2, 0, 1, 1}, {0, 3, 0, 2}, {5, 1, 1, 0}, {1, 0, 4, 1}}
	var trials []trial
	for _, c := range []struct{ x, gy [][][]float64 }{
		{[][][]float64{backImage}, [][][]float64{{{1, 0}, {0, 0}}}},
		{[][][]float64{backImage}, [][][]float64{{{1, 2}, {3, 4}}, {{0, 0}, {-1, 0}}}},
		{[][][]float64{backImage, wide}, [][][]float64{{{1, -1, 2}, {0, 3, -2}, {1, 1, 1}}}},
		{[][][]float64{backImage, wide}, [][][]float64{{{1, 2, 0}, {0, 1, 3}}, {{0, 0, 1}, {2, 0, 0}}, {{1, 1, 1}, {0, 0, -1}}}},
	} {
		want := make([][][][]float64, len(c.gy))
		for o, gy := range c.gy {
			for _, x := range c.x {
				want[o] = append(want[o], conv.Correlate(x, gy, conv.Window{}))
			}
		}
		trials = append(trials, trial{arguments("x = %v, gy = %v", c.x, c.gy), func() any { return solve(c.x, c.gy) }, want})
	}
	question{"08.4", text{"the gradient of the kernels", "卷积核的梯度"}, text{
		"plane c of kernel o lay on channel c only and made map o only: gw[o][c] is x[c] correlated with gy[o], and nothing else is added.",
		"第 o 个卷积核的第 c 个通道，只盖过输入的第 c 个通道，只参与第 o 张特征图：gw[o][c] 就是 x[c] 与 gy[o] 的互相关，此外没有别的要加。",
	}}.check(trials...)
}

// ImageGradient checks exercise 08.5: the gradient gy [h', w'] of what a convolution with
// stride and padding makes of an image, and its kernel → the gradient of the image,
// [side, side].
func ImageGradient(solve func(gy, kernel [][]float64, stride, padding, side int) [][]float64) {
	two, three := [][]float64{{1, 2}, {3, 4}}, [][]float64{{1, 0, -1}, {2, 3, 0}, {0, -2, 4}}
	var trials []trial
	for _, c := range []struct {
		gy, kernel            [][]float64
		stride, padding, side int
	}{
		{[][]float64{{5, 7}, {0, 2}}, two, 1, 0, 3},
		{[][]float64{{5, 7}, {0, 2}}, two, 2, 0, 4},
		{[][]float64{{1, -1}, {0, 2}}, three, 2, 0, 5},
		{[][]float64{{1, -1}, {0, 2}}, three, 2, 0, 6},
		{[][]float64{{1, -1, 0}, {0, 2, 1}, {3, 0, 1}}, three, 1, 1, 3},
		{[][]float64{{1, -1, 0}, {0, 2, 1}, {3, 0, 1}}, three, 2, 1, 6},
		{[][]float64{{5, 7}, {0, 2}}, two, 3, 0, 5},
	} {
		trials = append(trials, trial{
			given: arguments("gy = %v, kernel = %v, stride = %d, padding = %d, side = %d", c.gy, c.kernel, c.stride, c.padding, c.side),
			got:   func() any { return solve(copied(c.gy), copied(c.kernel), c.stride, c.padding, c.side) },
			want:  sentBack(c.gy, c.kernel, conv.Window{Stride: c.stride, Padding: c.padding}, c.side),
		})
	}
	question{"08.5", text{"the gradient of the image, with stride and padding", "有步幅和填充时，图像的梯度"}, text{
		"on visit i, j the kernel's number a, b lay on pixel stride·i + a − padding, stride·j + b − padding: add gy[i][j] · kernel[a][b] there if the image has that pixel.",
		"卷积核停在 i, j 时，它的数 a, b 盖住的像素是 stride·i + a − padding, stride·j + b − padding：图像里有这个像素，就把 gy[i][j] · kernel[a][b] 加上去。",
	}}.check(trials...)
}

// sentBack is the gradient of Σ gy·Correlate(x, kernel, w) for an image x [side, side]:
// that of a pixel is the sum of gy times the answer to a dot in its place.
func sentBack(gy, kernel [][]float64, w conv.Window, side int) [][]float64 {
	gx, dot := make([][]float64, side), make([][]float64, side)
	for p := range side {
		gx[p], dot[p] = make([]float64, side), make([]float64, side)
	}
	for p := range side {
		for q := range side {
			dot[p][q] = 1
			for i, row := range conv.Correlate(dot, kernel, w) {
				for j, v := range row {
					gx[p][q] += gy[i][j] * v
				}
			}
			dot[p][q] = 0
		}
	}
	return gx
}

// backImage has no symmetry that could hide a mistake.
var backImage = [][]float64{{1, 2, 0, 3}, {4, 1, 5, 0}, {2, 7, 1, 1}, {0, 3, 6, 2}}
