package exercise

import (
	"testing"

	"convnet.example/lesson/conv"
)

func TestReceptiveField(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			ReceptiveField(func(windows []conv.Window) int { size, _ := conv.ReceptiveField(windows...); return size })
		}},
		answer{"stub", false, func() { ReceptiveField(func([]conv.Window) int { return 1 }) }},
		answer{"jump first", false, func() {
			ReceptiveField(func(windows []conv.Window) int {
				size, jump := 1, 1
				for _, w := range windows {
					jump *= w.Stride
					size += w.Dilation * (w.Kernel - 1) * jump
				}
				return size
			})
		}},
		answer{"no dilation", false, func() {
			ReceptiveField(func(windows []conv.Window) int {
				size, jump := 1, 1
				for _, w := range windows {
					size += (w.Kernel - 1) * jump
					jump *= w.Stride
				}
				return size
			})
		}},
	)
}

func TestDesign(t *testing.T) {
	only := func(w ...conv.Window) func() { return func() { Design(w) } }
	five := conv.Window{Kernel: 5}
	judge(t,
		answer{"two windows", true, only(conv.Pool(4), five)},
		answer{"a convolution, a pooling and a convolution", true, only(five, conv.Pool(4), conv.Window{Kernel: 4})},
		answer{"overlapping", true, only(conv.Window{Kernel: 4, Stride: 2}, five, five)},
		answer{"the lecture", false, only(five, conv.Pool(2), five, conv.Pool(2))},
		answer{"four windows", false, only(five, conv.Pool(2), five, conv.Window{Kernel: 4})},
		answer{"one large window", false, only(conv.Window{Kernel: 20})},
		answer{"three of 5", false, only(five, five, five)},
		answer{"19", false, only(conv.Window{Kernel: 3, Stride: 2}, five, five)},
		answer{"2×2 left", false, only(conv.Pool(5), conv.Window{Kernel: 4})},
		answer{"pixels between the windows", false, only(conv.Window{Kernel: 4, Stride: 8}, conv.Window{Kernel: 3})},
		answer{"padding", false, only(conv.Window{Kernel: 4, Stride: 4, Padding: 1}, five)},
		answer{"dilation", false, only(five, five, conv.Window{Kernel: 4, Dilation: 4})},
		answer{"a window of nothing", false, only(conv.Window{}, conv.Pool(4), five)},
		answer{"a negative stride", false, only(conv.Pool(4), conv.Window{Kernel: 5, Stride: -1})},
	)
}
