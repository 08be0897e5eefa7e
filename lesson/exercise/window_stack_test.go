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
	lecture := []conv.Window{{Kernel: 5}, conv.Pool(2), {Kernel: 5}, conv.Pool(2)}
	with := func(w ...conv.Window) func() { return func() { Design(append(lecture[:4:4], w...)) } }
	only := func(w ...conv.Window) func() { return func() { Design(w) } }
	three := conv.Window{Kernel: 3, Stride: 2}
	judge(t,
		answer{"the lecture and one more", true, with(conv.Window{Kernel: 4})},
		answer{"the lecture and two poolings", true, with(conv.Pool(2), conv.Pool(2))},
		answer{"four steps", true, only(conv.Window{Kernel: 4}, conv.Pool(5), conv.Pool(5))},
		answer{"stub", false, only(lecture[:2]...)},
		answer{"the lecture alone", false, with()},
		answer{"one large window", false, only(conv.Window{Kernel: 28})},
		answer{"does not fit", false, with(conv.Window{Kernel: 5})},
		answer{"pixels left over", false, only(three, three, three, conv.Pool(2))},
		answer{"pixels between the windows", false, only(conv.Window{Kernel: 1, Stride: 27}, conv.Pool(2))},
		answer{"padding", false, with(conv.Window{Kernel: 5, Padding: 1}, conv.Pool(2))},
		answer{"a window of nothing", false, with(conv.Window{})},
	)
}
