package exercise

import "convnet.example/lesson/conv"

// LogitGradient checks exercise 08.1: the gradient of the cross-entropy of one image with
// respect to its logits, softmax − onehot.
func LogitGradient(solve func(logits []float64, label int) []float64) {
	try := func(given text, logits []float64, label int, want ...float64) trial {
		return trial{given, func() any { return solve(logits, label) }, want}
	}
	question{"08.1", text{"the gradient of the logits", "logits 的梯度"}, text{
		"softmax, then subtract 1 at the label; for large logits subtract the largest of them from all before exp.",
		"先算 softmax，再在标签的位置减 1；logits 很大时，算 exp 之前先都减去其中最大的。",
	}}.check(
		try(arguments("logits = [1 0], label = 1"), []float64{1, 0}, 1, 0.7310585786300049, -0.7310585786300049),
		try(arguments("logits = [2 1 0], label = 0"), []float64{2, 1, 0}, 0, 0.6652409557748219-1, 0.24472847105479767, 0.09003057317038046),
		try(arguments("logits = [3 3 3 3], label = 2"), []float64{3, 3, 3, 3}, 2, 0.25, 0.25, -0.75, 0.25),
		try(arguments("logits = [0 1000], label = 0"), []float64{0, 1000}, 0, -1, 1),
		try(arguments("logits = [1000 1000], label = 0"), []float64{1000, 1000}, 0, -0.5, 0.5),
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

// KernelGradient checks exercise 08.3: the image x [h, w] and the gradient gy [h', w'] of
// what a convolution with stride 1 makes of it → the gradient of the kernel's number in
// row a and column b.
func KernelGradient(solve func(x, gy [][]float64, a, b int) float64) {
	var trials []trial
	for _, c := range []struct {
		x, gy [][]float64
		a, b  int
	}{
		{backImage, [][]float64{{1, 0}, {0, 0}}, 0, 0},
		{backImage, [][]float64{{1, 0}, {0, 0}}, 2, 1},
		{backImage, [][]float64{{1, 2}, {3, 4}}, 1, 2},
		{backImage, [][]float64{{1, 2}, {3, 4}}, 2, 2},
		{backImage, [][]float64{{1, -1, 2}, {0, 3, -2}, {1, 1, 1}}, 1, 0},
	} {
		trials = append(trials, trial{
			given: arguments("x = %v, gy = %v, a = %d, b = %d", c.x, c.gy, c.a, c.b),
			got:   func() any { return solve(copied(c.x), copied(c.gy), c.a, c.b) },
			want:  conv.Correlate(c.x, c.gy, conv.Window{})[c.a][c.b],
		})
	}
	question{"08.3", text{"the gradient of one number of the kernel", "卷积核中一个数的梯度"}, text{
		"output i, j multiplied this number with x[i+a][j+b]; sum gy[i][j] · x[i+a][j+b] over all i, j.",
		"输出 i, j 里，这个数乘的是 x[i+a][j+b]；把 gy[i][j] · x[i+a][j+b] 对所有 i, j 求和。",
	}}.check(trials...)
}

// InputGradient checks exercise 08.4: the gradient gy [h', w'] of a convolution's output
// and its kernel [k, k] → the gradient of its input, [h'+k−1, w'+k−1].
func InputGradient(solve func(gy, kernel [][]float64) [][]float64) {
	var trials []trial
	for _, c := range []struct{ gy, kernel [][]float64 }{
		{[][]float64{{1}}, [][]float64{{1, 2}, {3, 4}}},
		{[][]float64{{0, 2}, {0, 0}}, [][]float64{{1, 2}, {3, 4}}},
		{[][]float64{{1, 2}, {3, 4}}, [][]float64{{1, 2}, {3, 4}}},
		{[][]float64{{1, -1}, {0, 2}}, [][]float64{{1, 0, -1}, {2, 3, 0}, {0, -2, 4}}},
		{[][]float64{{1, 2, 3}}, [][]float64{{1, 2}, {3, 4}}},
	} {
		k := len(c.kernel)
		trials = append(trials, trial{
			given: arguments("gy = %v, kernel = %v", c.gy, c.kernel),
			got:   func() any { return solve(copied(c.gy), copied(c.kernel)) },
			want:  conv.Correlate(c.gy, conv.Flip(c.kernel), conv.Window{Padding: k - 1}),
		})
	}
	question{"08.4", text{"the gradient of the image", "输入的梯度"}, text{
		"flip the kernel and correlate with padding k − 1; or add gy[i][j] · kernel[a][b] to gx[i+a][j+b].",
		"把卷积核翻转，填充 k − 1 再做互相关；或者把 gy[i][j] · kernel[a][b] 加到 gx[i+a][j+b] 上。",
	}}.check(trials...)
}

// BiasGradient checks exercise 08.5: the gradient gy of a convolution's output, [n, c, h, w]
// → the gradient of its biases, [c].
func BiasGradient(solve func(gy [][][][]float64) []float64) {
	try := func(given text, gy [][][][]float64, want ...float64) trial {
		return trial{given, func() any { return solve(gy) }, want}
	}
	question{"08.5", text{"the gradient of the biases", "偏置的梯度"}, text{
		"bias c was added at every position of channel c in every image: sum over all but the channels.",
		"偏置 c 加在了每张图、第 c 个通道的每个位置上：除了通道，其余都求和。",
	}}.check(
		try(arguments("gy = [[[[1 2] [3 4]]]]"), [][][][]float64{{{{1, 2}, {3, 4}}}}, 10),
		try(arguments("gy = [[[[1 2]] [[3 4]]]]"), [][][][]float64{{{{1, 2}}, {{3, 4}}}}, 3, 7),
		try(arguments("gy = [[[[1]] [[2]] [[3]]] [[[10]] [[20]] [[30]]]]"),
			[][][][]float64{{{{1}}, {{2}}, {{3}}}, {{{10}}, {{20}}, {{30}}}}, 11, 22, 33),
	)
}

// backImage has no symmetry that could hide a mistake.
var backImage = [][]float64{{1, 2, 0, 3}, {4, 1, 5, 0}, {2, 7, 1, 1}, {0, 3, 6, 2}}
