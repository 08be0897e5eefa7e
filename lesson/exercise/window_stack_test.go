package exercise

import (
	"testing"

	"convnet.example/lesson"
)

func TestReceptiveField(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			ReceptiveField(func(windows []lesson.Window) int { size, _ := lesson.ReceptiveField(windows...); return size })
		}},
		answer{"stub", false, func() { ReceptiveField(func([]lesson.Window) int { return 1 }) }},
		answer{"jump first", false, func() {
			ReceptiveField(func(windows []lesson.Window) int {
				size, jump := 1, 1
				for _, w := range windows {
					jump *= w.Stride
					size += w.Dilation * (w.Kernel - 1) * jump
				}
				return size
			})
		}},
		answer{"no dilation", false, func() {
			ReceptiveField(func(windows []lesson.Window) int {
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
	lecture := []lesson.Window{{Kernel: 5}, lesson.Pool(2), {Kernel: 5}, lesson.Pool(2)}
	with := func(w ...lesson.Window) func() { return func() { Design(append(lecture[:4:4], w...)) } }
	only := func(w ...lesson.Window) func() { return func() { Design(w) } }
	three := lesson.Window{Kernel: 3, Stride: 2}
	judge(t,
		answer{"the lecture and one more", true, with(lesson.Window{Kernel: 4})},
		answer{"the lecture and two poolings", true, with(lesson.Pool(2), lesson.Pool(2))},
		answer{"four steps", true, only(lesson.Window{Kernel: 4}, lesson.Pool(5), lesson.Pool(5))},
		answer{"stub", false, only(lecture[:2]...)},
		answer{"nothing", false, only()},
		answer{"the lecture alone", false, with()},
		answer{"one large window", false, only(lesson.Window{Kernel: 28})},
		answer{"does not fit", false, with(lesson.Window{Kernel: 5})},
		answer{"pixels left over", false, only(three, three, three, lesson.Pool(2))},
		answer{"pixels between the windows", false, only(lesson.Window{Kernel: 1, Stride: 27}, lesson.Pool(2))},
		answer{"padding", false, with(lesson.Window{Kernel: 5, Padding: 1}, lesson.Pool(2))},
		answer{"a window of nothing", false, with(lesson.Window{})},
	)
}
