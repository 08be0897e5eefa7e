package exercise

import (
	"math"

	"convnet.example/lesson/conv"
)

// HalfTurn checks exercise 04.1: a 3×3 kernel of five different numbers that is the same
// after a turn by 180°.
func HalfTurn(kernel [][]float64) {
	q := question{"04.1", text{"a kernel that the flip does not change", "翻转后不变的卷积核"}, text{
		"the half-turn swaps the first number with the last, the second with the one before it, and so on: four pairs, and the middle stays.",
		"转 180° 时，第一个数和最后一个数对调，第二个和倒数第二个对调，依此类推：共四对，正中的不动。",
	}}
	if q.waits(len(kernel)) {
		return
	}
	different := map[float64]bool{}
	for _, row := range kernel {
		for _, v := range row {
			different[v] = true
		}
	}
	q.check(
		sized(kernel),
		trial{text{"the kernel after the flip", "翻转后的卷积核"}, func() any { return conv.Flip(kernel) }, kernel},
		trial{text{"how many different numbers it has", "不同的数有几个"}, func() any { return len(different) }, 5},
	)
}

// OneForTwo checks exercise 04.2: the kernel whose correlation does what a correlation
// with a and then one with b do, [h, w] and [h', w'] → [h+h'−1, w+w'−1].
func OneForTwo(solve func(a, b [][]float64) [][]float64) {
	var trials []trial
	for _, c := range [][2][][]float64{
		{{{1, 2, 3}}, {{4, 5}}},
		{{{1, 2}, {3, 4}}, {{0, 1}, {1, 1}}},
		{{{1}, {-1}}, {{1, -1}}},
		{{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, {{0, 1, 0}, {0, 0, 2}, {3, 0, 0}}},
	} {
		trials = append(trials, trial{arguments("a = %v, b = %v", c[0], c[1]),
			func() any { return solve(copied(c[0]), copied(c[1])) }, product(c[0], c[1])})
	}
	question{"04.2", text{"one correlation for two", "一次互相关顶两次"}, text{
		"follow one number: a reads the pixel j further to the right, and b the one l further: together j+l. So places add up, as in 123 × 45.",
		"盯住一条路：a 读右边第 j 格，b 再往右读第 l 格，合起来读的是右边第 j+l 格。位置相加，和 123 × 45 一样。",
	}}.check(trials...)
}

// product is the full convolution of two kernels.
func product(a, b [][]float64) [][]float64 {
	c := make([][]float64, len(a)+len(b)-1)
	for i := range c {
		c[i] = make([]float64, len(a[0])+len(b[0])-1)
	}
	for i := range a {
		for j := range a[i] {
			for k := range b {
				for l := range b[k] {
					c[i+k][j+l] += a[i][j] * b[k][l]
				}
			}
		}
	}
	return c
}

// FoolCorrelation checks exercise 04.3: a patch [3, 3] between paper, 0, and ink, 1, to
// which a pale cross answers more than to itself, though the patch does not look like it.
func FoolCorrelation(patch [][]float64) {
	q := question{"04.3", text{"fooling the correlation", "骗过互相关"}, text{
		"ink on three arms is enough for a larger answer; then spend ink where the cross is 0: it costs likeness and nothing else.",
		"十字上有三格浓墨，结果就够大了；再把墨涂在十字为 0 的地方：结果不变，相似度却降下来。",
	}}
	if q.waits(len(patch)) {
		return
	}
	cross := [][]float64{{0, .5, 0}, {.5, .5, .5}, {0, .5, 0}}
	answer := func() float64 { return conv.Correlate(patch, cross, conv.Window{})[0][0] }
	ink := func() float64 { return conv.Correlate(patch, patch, conv.Window{})[0][0] }
	q.check(
		trial{text{"rows and columns of the patch", "小块的行数和列数"}, func() any { return []int{len(patch), len(patch[0])} }, []int{3, 3}},
		trial{text{"all numbers from 0 to 1", "每个数都在 0 到 1 之间"}, func() any { return within(patch, 0, 1) }, true},
		trial{text{"the answer is more than 1.25", "互相关的结果大于 1.25"}, func() any { return answer() > 1.25 }, true},
		trial{text{"the likeness is less than 0.6", "相似度小于 0.6"}, func() any { return answer()/math.Sqrt(1.25*ink()) < 0.6 }, true},
	)
}

// within tells whether all numbers lie between two.
func within(m [][]float64, low, high float64) bool {
	for _, row := range m {
		for _, v := range row {
			if !(low <= v && v <= high) {
				return false
			}
		}
	}
	return true
}
