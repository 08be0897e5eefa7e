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

// ConvolutionParameters checks exercise 02.6: the numbers that a convolution learns.
func ConvolutionParameters(solve func(in, out, k int, bias bool) int) {
	q := question{"02.6", text{"the parameters of a convolution", "卷积层的参数个数"}, text{
		"a kernel has k·k numbers for every input channel, there are as many kernels as output channels, and a bias is one number a kernel.",
		"每个卷积核对每个输入通道有 k·k 个数；卷积核的个数等于输出通道数；偏置是每个卷积核一个数。"}}
	try := func(in, out, k int, bias bool, want int) trial {
		return trial{
			arguments("in = %d, out = %d, k = %d, bias = %v", in, out, k, bias),
			func() any { return solve(in, out, k, bias) }, want}
	}
	q.check(
		try(1, 10, 5, true, 260),
		try(10, 20, 5, true, 5020),
		try(10, 20, 5, false, 5000),
		try(3, 64, 7, false, 9408),
		try(64, 32, 1, true, 2080),
	)
}
