package exercise

import (
	"math"
	"testing"

	"convnet.example/lesson/conv"
)

func TestSeen(t *testing.T) {
	back := func(size func(side int, w conv.Window) int) func(row, column int, windows []conv.Window) (int, int, int) {
		return func(row, column int, windows []conv.Window) (top, left, side int) {
			top, left, side = row, column, 1
			for n := len(windows) - 1; n >= 0; n-- {
				w := windows[n]
				top, left, side = top*w.Stride, left*w.Stride, size(side, w)
			}
			return top, left, side
		}
	}
	judge(t,
		answer{"right", true, func() { Seen(back(func(side int, w conv.Window) int { return (side-1)*w.Stride + w.Kernel })) }},
		answer{"stub", false, func() { Seen(func(row, column int, _ []conv.Window) (int, int, int) { return row, column, 1 }) }},
		answer{"side · stride", false, func() { Seen(back(func(side int, w conv.Window) int { return side*w.Stride + w.Kernel - 1 })) }},
		answer{"forward", false, func() {
			Seen(func(row, column int, windows []conv.Window) (int, int, int) {
				side, _ := conv.ReceptiveField(windows...)
				return row, column, side
			})
		}},
	)
}

func TestSmallestChange(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			SmallestChange(func(weights []float64, lead float64) float64 {
				sum := 0.0
				for _, w := range weights {
					sum += math.Abs(w)
				}
				return lead / sum
			})
		}},
		answer{"stub", false, func() { SmallestChange(func([]float64, float64) float64 { return 0 }) }},
		answer{"without the signs", false, func() {
			SmallestChange(func(weights []float64, lead float64) float64 {
				sum := 0.0
				for _, w := range weights {
					sum += w
				}
				return lead / sum
			})
		}},
		answer{"by the length", false, func() {
			SmallestChange(func(weights []float64, lead float64) float64 {
				sum := 0.0
				for _, w := range weights {
					sum += w * w
				}
				return lead / math.Sqrt(sum)
			})
		}},
	)
}

func TestHonest(t *testing.T) {
	answers := func(n, rights int, p float64) func() {
		return func() {
			probability, right := make([]float64, n), make([]bool, n)
			for i := range n {
				probability[i], right[i] = p, i < rights
			}
			Honest(func() ([]float64, []bool) { return probability, right })
		}
	}
	judge(t,
		answer{"guessing", true, answers(10, 1, 0.1)},
		answer{"a coin", true, answers(20, 10, 0.5)},
		answer{"never", true, answers(10, 0, 0)},
		answer{"stub", false, answers(0, 0, 0)},
		answer{"too few", false, answers(2, 1, 0.5)},
		answer{"too good", false, answers(10, 10, 1)},
		answer{"too sure", false, answers(10, 5, 0.9)},
		answer{"more answers than probabilities", false, func() { Honest(func() ([]float64, []bool) { return []float64{0}, make([]bool, 10) }) }},
	)
}

func TestToTheMiddle(t *testing.T) {
	move := func(centre float64, offset float64) func(ink [][]float64) (down, right int) {
		return func(ink [][]float64) (down, right int) {
			var sum, y, x float64
			for i, row := range ink {
				for j, v := range row {
					sum, y, x = sum+v, y+v*(float64(i)+offset), x+v*(float64(j)+offset)
				}
			}
			return int(math.Round(centre - y/sum)), int(math.Round(centre - x/sum))
		}
	}
	judge(t,
		answer{"right", true, func() { ToTheMiddle(move(14, 0.5)) }},
		answer{"stub", false, func() { ToTheMiddle(func([][]float64) (int, int) { return 0, 0 }) }},
		answer{"from the pixel's edge", false, func() { ToTheMiddle(move(14, 0)) }},
		answer{"away from it", false, func() {
			ToTheMiddle(func(ink [][]float64) (int, int) { down, right := move(14, 0.5)(ink); return -down, -right })
		}},
	)
}
