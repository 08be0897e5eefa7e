package exercise

import (
	"math"

	"convnet.example/lesson/conv"
)

// ShapeTable checks exercise 07.1: the shapes [c, h, w] after conv1, pool1, conv2 and pool2, and
// [features] after flatten, of a network like the lecture's with maps1 and maps2
// kernels of kernel × kernel pixels, on one channel of side × side pixels.
func ShapeTable(solve func(side, kernel, maps1, maps2 int) [][]int) {
	q := question{"07.1", text{"the shape table", "形状表"}, text{
		"a convolution leaves side − kernel + 1 and takes its channels from the number of kernels; pooling halves the side, rounded down, and keeps the channels.",
		"卷积后边长是 side − kernel + 1，通道数等于卷积核个数；2×2 池化把边长减半（向下取整），通道数不变。"}}
	var trials []trial
	for _, c := range [][4]int{{28, 5, 10, 20}, {28, 5, 4, 8}, {28, 3, 16, 32}, {32, 5, 6, 16}} {
		trials = append(trials, trial{
			given: arguments("side = %d, kernel = %d, maps1 = %d, maps2 = %d", c[0], c[1], c[2], c[3]),
			got:   func() any { return solve(c[0], c[1], c[2], c[3]) },
			want:  shapeTable(c[0], c[1], c[2], c[3]),
		})
	}
	q.check(trials...)
}

// shapeTable is the answer to 07.1.
func shapeTable(side, kernel, maps1, maps2 int) (table [][]int) {
	for _, maps := range []int{maps1, maps2} {
		side = conv.Window{Kernel: kernel}.Size(side)
		table = append(table, []int{maps, side, side})
		side = conv.Pool(2).Size(side)
		table = append(table, []int{maps, side, side})
	}
	return append(table, []int{maps2 * side * side})
}

// Parameters checks exercise 07.2: the learned numbers of a convolution.
func Parameters(solve func(in, out, kernel int) int) {
	q := question{"07.2", text{"parameters of a convolution", "卷积层的参数个数"}, text{
		"each of the out kernels has in · kernel · kernel weights and one bias.",
		"out 个卷积核，每个有 in · kernel · kernel 个权重，再加一个偏置。"}}
	q.check(
		trial{arguments("in = 1, out = 10, kernel = 5"), func() any { return solve(1, 10, 5) }, 260},
		trial{arguments("in = 10, out = 20, kernel = 5"), func() any { return solve(10, 20, 5) }, 5020},
		trial{arguments("in = 3, out = 64, kernel = 7"), func() any { return solve(3, 64, 7) }, 9472},
		trial{arguments("in = 8, out = 4, kernel = 1"), func() any { return solve(8, 4, 1) }, 36},
	)
}

// MultiplyAdds checks exercise 07.3: the multiplications of a convolution for one image of
// side × side pixels, without padding.
func MultiplyAdds(solve func(in, out, kernel, side int) int) {
	q := question{"07.3", text{"multiply-adds of a convolution", "卷积层的乘加次数"}, text{
		"count the positions first, (side − kernel + 1)²; at each, every one of the out kernels multiplies in · kernel² numbers.",
		"先数位置：(side − kernel + 1)² 个；每个位置上，out 个卷积核各做 in · kernel² 次乘法。"}}
	q.check(
		trial{arguments("in = 1, out = 10, kernel = 5, side = 28"), func() any { return solve(1, 10, 5, 28) }, 144000},
		trial{arguments("in = 10, out = 20, kernel = 5, side = 12"), func() any { return solve(10, 20, 5, 12) }, 320000},
		trial{arguments("in = 2, out = 3, kernel = 4, side = 4"), func() any { return solve(2, 3, 4, 4) }, 96},
		trial{arguments("in = 3, out = 64, kernel = 3, side = 32"), func() any { return solve(3, 64, 3, 32) }, 1555200},
	)
}

// CrossEntropy checks exercise 07.5: −log softmax(logits)[label], also where exp overflows.
func CrossEntropy(solve func(logits []float64, label int) float64) {
	q := question{"07.5", text{"softmax and cross-entropy", "softmax 与交叉熵"}, text{
		"the loss is log Σ exp(logit) − logits[label]; subtract the largest logit from all of them first, or exp overflows.",
		"损失 = log Σ exp(logit) − logits[label]；先把所有 logit 减去其中最大的，否则 exp 会溢出。"}}
	var trials []trial
	for _, c := range []struct {
		logits []float64
		label  int
		want   float64
	}{
		{[]float64{2, 1, 0}, 0, 0.40760596},
		{[]float64{2, 1, 0}, 2, 2.40760596},
		{[]float64{0, 0, 0, 0}, 1, math.Log(4)},
		{[]float64{1000, 1001}, 1, 0.31326169},
		{[]float64{-1000, -1001}, 1, 1.31326169},
		{[]float64{0, 1000}, 0, 1000},
	} {
		trials = append(trials, trial{
			given: arguments("logits = %v, label = %d", c.logits, c.label),
			got:   func() any { return solve(append([]float64(nil), c.logits...), c.label) },
			want:  c.want,
		})
	}
	q.check(trials...)
}

// Features checks exercise 07.4: how many numbers Flatten gives after one round of convolution
// and 2×2 pooling for each kernel, if the last convolution has that many channels.
func Features(solve func(side, channels int, kernels []int) int) {
	q := question{"07.4", text{"the features of Flatten", "展平后的特征数"}, text{
		"go through the kernels: side − kernel + 1, then half of it, rounded down; at last channels · side · side.",
		"逐个卷积核往下走：side − kernel + 1，再减半（向下取整）；最后是 channels · side · side。"}}
	var trials []trial
	for _, c := range []struct {
		side, channels int
		kernels        []int
		want           int
	}{{28, 20, []int{5, 5}, 320}, {28, 8, []int{5, 5}, 128}, {28, 20, []int{3, 3}, 500}, {64, 32, []int{5, 3, 3}, 1152}, {28, 6, []int{7}, 726}} {
		trials = append(trials, trial{
			given: arguments("side = %d, channels = %d, kernels = %v", c.side, c.channels, c.kernels),
			got:   func() any { return solve(c.side, c.channels, append([]int(nil), c.kernels...)) },
			want:  c.want,
		})
	}
	q.check(trials...)
}
