package exercise

import (
	"fmt"
	"math"
	"slices"

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

// Parameters checks exercise 07.2: the learned numbers of the whole network of exercise 07.1.
func Parameters(solve func(side, kernel, maps1, maps2 int) int) {
	q := question{"07.2", text{"parameters of a network", "整个网络的参数个数"}, text{
		"the second convolution has maps1 input channels, and fc has maps2 · side · side inputs, with the side after the second pooling; every kernel and every output has a bias.",
		"第二次卷积有 maps1 个输入通道；fc 的输入有 maps2 · 边长 · 边长 个，边长是第二次池化之后的；每个卷积核、每个输出各有一个偏置。"}}
	var trials []trial
	for _, c := range [][5]int{{28, 5, 10, 20, 8490}, {28, 5, 4, 8, 2202}, {28, 3, 16, 32, 12810}, {32, 5, 6, 16, 6582}} {
		trials = append(trials, trial{
			given: arguments("side = %d, kernel = %d, maps1 = %d, maps2 = %d", c[0], c[1], c[2], c[3]),
			got:   func() any { return solve(c[0], c[1], c[2], c[3]) },
			want:  c[4],
		})
	}
	q.check(trials...)
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

// SmallNetwork checks exercise 07.4: a network for 28×28 pixels of at most 4,000 parameters.
// Each row but the last is a convolution and a 2×2 pooling: the size of the kernels, their
// number, the side of the maps after the pooling, and the parameters. The last row is the fully
// connected layer: its inputs and its parameters.
func SmallNetwork(rows [][]int) {
	q := question{"07.4", text{"at most 4,000 parameters", "最多 4,000 个参数"}, text{
		"most parameters lie where many maps meet many kernels, and in fc: take fewer of both. With two rounds of 5×5 a number has seen 16×16 pixels, with two of 3×3 only 10×10.",
		"参数最多的地方，是特征图多、卷积核也多的那一层，还有 fc：两边都少一些。5×5 做两轮，一个数看到 16×16；3×3 做两轮只有 10×10。"}}
	if !q.waits(len(rows)) {
		q.check(smallNetwork(rows)...)
	}
}

// smallNetwork compares the rows with what they must be, then the whole with what is asked.
func smallNetwork(rows [][]int) (trials []trial) {
	same := func(en, zh string, got, want any) {
		trials = append(trials, trial{text{en, zh}, func() any { return got }, want})
	}
	side, channels, total := 28, 1, 0
	var seen []conv.Window
	last := len(rows) - 1
	for i, row := range rows[:last] {
		if len(row) != 4 || min(row[0], row[1]) < 1 || row[0] >= side {
			same(fmt.Sprintf("row %d", i), fmt.Sprintf("第 %d 行", i), row, "{kernel, kernels, side, parameters}")
			return trials
		}
		parameters := row[1] * (channels*row[0]*row[0] + 1)
		side, channels, total = (side-row[0]+1)/2, row[1], total+parameters
		seen = append(seen, conv.Window{Kernel: row[0]}, conv.Pool(2))
		same(fmt.Sprintf("row %d", i), fmt.Sprintf("第 %d 行", i), row, []int{row[0], row[1], side, parameters})
	}
	features := channels * side * side
	size, _ := conv.ReceptiveField(seen...)
	total += 10 * (features + 1)
	same("the last row, fc", "最后一行 fc", rows[last], []int{features, 10 * (features + 1)})
	same("parameters in all, 4000 or fewer", "参数总数，最多 4000", total, min(total, 4000))
	same("kernels of the last convolution, 12 or more", "最后一次卷积的卷积核，至少 12 个", channels, max(channels, 12))
	same("pixels seen, 16×16 or more: the side", "看到的像素，至少 16×16：边长", size, max(size, 16))
	return trials
}

// mistakes are what exercise 07.6 breaks, and what comes of each.
var mistakes = []struct {
	text
	result string
}{
	{text{"a, no Flatten", "a 忘了 Flatten"}, "stops"},
	{text{"b, softmax twice", "b softmax 做两遍"}, "bad"},
	{text{"c, ReLU before the pooling", "c 先 ReLU 再池化"}, "harmless"},
	{text{"d, a 5×5 kernel on 4×4 maps", "d 4×4 的图上用 5×5 的卷积核"}, "stops"},
	{text{"e, learning rate 100", "e 学习率 100"}, "stops"},
	{text{"f, the training labels shifted", "f 训练标签错一位"}, "bad"},
	{text{"g, all labels shifted", "g 所有标签都错一位"}, "harmless"},
	{text{"h, average pooling and no ReLU", "h 平均池化，没有 ReLU"}, "bad"},
}

// BreakIt checks exercise 07.6: whether each of eight mistakes "stops" the program with an
// error, gives a "bad" network without a word, or is "harmless".
func BreakIt(guesses []string) {
	q := question{"07.6", text{"break it", "故意弄坏"}, text{
		"shapes are checked when the network is built, and the loss at each step; what the labels mean nobody can check. Which changes leave all ten answers, or their meaning, as they were?",
		"形状在搭网络时检查，损失每一步都检查；标签的意思却没人能检查。哪些改动根本不改变十个输出，或者只是换了叫法？"}}
	if q.waits(len(guesses)) {
		return
	}
	guesses = append(slices.Clone(guesses), make([]string, len(mistakes))...) // "" where one is missing
	var trials []trial
	for i, m := range mistakes {
		trials = append(trials, trial{m.text, func() any { return guesses[i] }, m.result})
	}
	q.check(trials...)
}
