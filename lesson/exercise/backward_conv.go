package exercise

import "convnet.example/lesson/conv"

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
			given: both("gy = %v, kernel = %v", c.gy, c.kernel),
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
		try(both("gy = [[[[1 2] [3 4]]]]"), [][][][]float64{{{{1, 2}, {3, 4}}}}, 10),
		try(both("gy = [[[[1 2]] [[3 4]]]]"), [][][][]float64{{{{1, 2}}, {{3, 4}}}}, 3, 7),
		try(both("gy = [[[[1]] [[2]] [[3]]] [[[10]] [[20]] [[30]]]]"),
			[][][][]float64{{{{1}}, {{2}}, {{3}}}, {{{10}}, {{20}}, {{30}}}}, 11, 22, 33),
	)
}
