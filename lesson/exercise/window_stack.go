package exercise

import (
	"fmt"
	"strings"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
)

// ReceptiveField checks exercise 03.4: the side of the square of pixels that a number
// behind a stack of windows has seen. Stride and Dilation of all windows are written out.
func ReceptiveField(solve func(windows []conv.Window) int) {
	q := question{"03.4", text{"the receptive field", "感受野"}, text{
		"start with size 1 and jump 1; each window adds Dilation·(Kernel−1)·jump to the size, and only then multiplies the jump by its Stride.",
		"从 size=1、jump=1 开始；每一层先给 size 加上 Dilation·(Kernel−1)·jump，然后才把 jump 乘以 Stride。"}}
	plain := func(kernel int) conv.Window { return conv.Window{Kernel: kernel, Stride: 1, Dilation: 1} }
	pool := conv.Window{Kernel: 2, Stride: 2, Dilation: 1}
	try := func(want int, windows ...conv.Window) trial {
		var parts []string
		for _, w := range windows {
			parts = append(parts, fmt.Sprintf("{Kernel: %d, Stride: %d, Dilation: %d}", w.Kernel, w.Stride, w.Dilation))
		}
		return trial{arguments("windows = [%s]", strings.Join(parts, " ")), func() any { return solve(windows) }, want}
	}
	q.check(
		try(5, plain(5)),
		try(6, plain(5), pool),
		try(14, plain(5), pool, plain(5)),
		try(16, plain(5), pool, plain(5), pool),
		try(7, plain(3), plain(3), plain(3)),
		try(15, plain(3), conv.Window{Kernel: 3, Stride: 1, Dilation: 2}, conv.Window{Kernel: 3, Stride: 1, Dilation: 4}),
		try(19, conv.Window{Kernel: 7, Stride: 2, Dilation: 1}, conv.Window{Kernel: 3, Stride: 2, Dilation: 1}, plain(3)),
	)
}

// Design checks exercise 03.5: windows that lead from 28 pixels to 1. None is larger than
// 5, none pads or dilates, and every pixel counts.
func Design(windows []conv.Window) {
	q := question{"03.5", text{"a network from 28 to 1", "从 28 到 1 的网络"}, text{
		"the lecture's four windows lead to 4; one more window leads to 1.",
		"讲座网络的四个窗口能从 28 走到 4；再加一个窗口就到 1。"}}
	if q.waits(len(windows)) {
		return
	}
	count := func(en, zh string, bad func(conv.Window) bool) trial {
		return trial{text{en, zh}, func() any {
			n := 0
			for _, w := range windows {
				if bad(w) {
					n++
				}
			}
			return n
		}, 0}
	}
	q.check(
		count("windows larger than 5", "大于 5 的窗口个数", func(w conv.Window) bool { return w.Kernel > 5 }),
		count("windows with padding or dilation", "带填充或空洞的窗口个数", func(w conv.Window) bool { return w.Padding > 0 || w.Dilation > 1 }),
		trial{text{"the side at the end of " + trace(windows), "走到最后的边长 " + trace(windows)}, func() any { return last(windows) }, 1},
		trial{text{"pixels of a row that the last number depends on", "一行 28 个像素中，最后那个数用到的个数"}, func() any { return seen(windows) }, mnist.Side},
	)
}

// last returns the side behind the windows.
func last(windows []conv.Window) int {
	side := mnist.Side
	for _, w := range windows {
		side = w.Size(side)
	}
	return side
}

// trace writes the sides from window to window.
func trace(windows []conv.Window) string {
	s := fmt.Sprint(mnist.Side)
	for n := range windows {
		if windows[n].Kernel < 1 {
			return s + " → ?" // the case itself says why
		}
		s += fmt.Sprint(" → ", last(windows[:n+1]))
	}
	return s
}

// seen counts the pixels of a row of 28 that reach the first number behind the windows.
func seen(windows []conv.Window) (n int) {
	for i := range mnist.Side {
		row := [][]float64{make([]float64, mnist.Side)}
		row[0][i] = 1
		for _, w := range windows {
			ones := make([]float64, w.Kernel)
			for k := range ones {
				ones[k] = 1
			}
			row = conv.Correlate(row, [][]float64{ones}, conv.Window{Stride: w.Stride})
		}
		if row[0][0] != 0 {
			n++
		}
	}
	return n
}
