package exercise

import (
	"convnet.example/lesson/conv"
)

// Channels checks exercise 02.4: correlate each channel with its own plane of the kernel
// and add the results, [c, h, w] and [c, kh, kw] → [h', w'].
func Channels(solve func(x, kernel [][][]float64) [][]float64) {
	q := question{"02.4", text{"several channels", "多通道"}, text{
		"correlate x[c] with kernel[c] for every channel c, and add the maps number by number.",
		"对每个通道 c，用 kernel[c] 对 x[c] 做互相关，再把各通道的结果逐元素相加。"}}
	green := [][]float64{{1, 0, 2, 0, 1}, {0, 1, 0, 3, 0}, {2, 0, 1, 0, 2}, {0, 4, 0, 1, 0}, {1, 0, 2, 0, 1}}
	ones := [][]float64{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}
	edge := [][]float64{{1, 0, -1}, {1, 0, -1}, {1, 0, -1}}
	try := func(x, kernel [][][]float64) trial {
		return trial{arguments("x = %v, kernel = %v", x, kernel),
			func() any { return solve(x, kernel) }, conv.CorrelateChannels(x, kernel, conv.Window{})}
	}
	q.check(
		try([][][]float64{red, green, red}, [][][]float64{kernel, ones, edge}),
		try([][][]float64{green}, [][][]float64{edge}),
		try([][][]float64{green, red}, [][][]float64{ones, kernel}),
		try([][][]float64{red, red, green, green}, [][][]float64{kernel, edge, ones, edge}),
	)
}

// ConvolutionShapes checks exercise 02.5: the shape of the weight and of the output of a
// convolution without padding, for an image [c, h, w] and a number of k×k kernels.
func ConvolutionShapes(solve func(image [3]int, kernels, k int) (weight [4]int, output [3]int)) {
	q := question{"02.5", text{"the shapes of a convolution", "卷积层的形状"}, text{
		"weight [kernels, channels of the image, k, k]; output [kernels, h−k+1, w−k+1].",
		"权重为 [卷积核个数, 输入通道数, k, k]；输出为 [卷积核个数, h−k+1, w−k+1]。"}}
	try := func(image [3]int, kernels, k int, weight, output []int) trial {
		return trial{
			arguments("image = %v, kernels = %d, k = %d", image, kernels, k),
			func() any { w, o := solve(image, kernels, k); return [][]int{w[:], o[:]} }, [][]int{weight, output}}
	}
	q.check(
		try([3]int{1, 28, 28}, 10, 5, []int{10, 1, 5, 5}, []int{10, 24, 24}),
		try([3]int{10, 12, 12}, 20, 5, []int{20, 10, 5, 5}, []int{20, 8, 8}),
		try([3]int{3, 480, 640}, 8, 3, []int{8, 3, 3, 3}, []int{8, 478, 638}),
		try([3]int{6, 9, 7}, 2, 1, []int{2, 6, 1, 1}, []int{2, 9, 7}),
	)
}

// OneOrTwo checks exercise 02.6: the largest number of channels between two 3×3 convolutions
// with which the pair learns no more numbers than one 5×5 convolution from in to out
// channels, all with biases.
func OneOrTwo(solve func(in, out int) (middle int)) {
	q := question{"02.6", text{"one 5×5 layer or two 3×3 layers", "一层 5×5，还是两层 3×3"}, text{
		"write both counts down: 25·in·out + out against 9·in·m + m + 9·m·out + out, and solve for m; of the quotient keep the whole part.",
		"把两边的个数写出来：25·in·out + out 和 9·in·m + m + 9·m·out + out，解出 m，商只取整数部分。"}}
	try := func(in, out, want int) trial {
		return trial{arguments("in = %d, out = %d", in, out), func() any { return solve(in, out) }, want}
	}
	q.check(
		try(1, 10, 2),
		try(10, 20, 18),
		try(64, 64, 88),
		try(3, 8, 6),
		try(5, 32, 11),
		try(32, 5, 11),
	)
}
