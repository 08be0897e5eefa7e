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

// Design checks exercise 03.5: windows behind which a number has seen exactly 20×20 pixels.
// There are at most three of them and none is larger than 5; none pads, dilates or skips
// pixels; and of an image of 28×28 pixels they leave at least 3×3 numbers.
func Design(windows []conv.Window) {
	q := question{"03.5", text{"a network that sees 20×20", "看到 20×20 的网络"}, text{
		"three windows of 5 at stride 1 see 13 pixels; a stride early on makes every later window count for more. And 20 = 1 + 19: the odd 19 needs a window of an even size.",
		"三个步幅为 1 的 5×5 窗口只看到 13 个像素；前面的步幅大了，后面每个窗口看到的就多。另外 20 = 1 + 19，19 是奇数，所以需要一个边长为偶数的窗口。"}}
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
	left := last(windows)
	q.check(
		trial{text{"windows beyond the third", "超出三个的窗口个数"}, func() any { return max(0, len(windows)-3) }, 0},
		count("windows larger than 5 or smaller than 1", "大于 5 或小于 1 的窗口个数", func(w conv.Window) bool { return w.Kernel > 5 || w.Kernel < 1 }),
		count("windows with padding or dilation", "带填充或空洞的窗口个数", func(w conv.Window) bool { return w.Padding > 0 || w.Dilation > 1 }),
		count("windows whose stride is larger than they are", "步幅大于边长的窗口个数", func(w conv.Window) bool { return w.Stride > w.Kernel }),
		trial{text{"the receptive field", "感受野"}, func() any { size, _ := conv.ReceptiveField(windows...); return size }, 20},
		trial{text{fmt.Sprintf("rows missing to 3 at the end of %s", trace(windows)), fmt.Sprintf("走到最后 %s，离 3 行还差的行数", trace(windows))}, func() any { return max(0, 3-left) }, 0},
	)
}

// last returns the side of a digit behind the windows, 0 if they are none.
func last(windows []conv.Window) int {
	side := mnist.Side
	for _, w := range windows {
		if w.Kernel < 1 || w.Stride < 0 || w.Padding < 0 || w.Dilation < 0 {
			return 0
		}
		side = w.Size(side)
	}
	return side
}

// trace writes the sides from window to window.
func trace(windows []conv.Window) string {
	s := fmt.Sprint(mnist.Side)
	for n := range windows {
		s += fmt.Sprint(" → ", last(windows[:n+1]))
	}
	return s
}
