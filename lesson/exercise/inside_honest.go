package exercise

import (
	"fmt"
	"math"
	"strings"

	"convnet.example/lesson/digits/mnist"
)

// Honest checks exercise 10.2: at least ten answers, each with the probability that somebody
// gives it and whether it is right, whose calibration error in ten bins is 0 though at most
// half of them are right.
func Honest(solve func() (probability []float64, right []bool)) {
	of := func(f func(probability []float64, right []bool) any) func() any {
		return func() any { return f(solve()) }
	}
	question{"10.2", text{"honest and of no use", "诚实，但没用"}, text{
		"who guesses among ten digits is right once in ten times; what probability must he give?",
		"在十个数字里瞎猜，十次对一次；那么应该给出多大的概率？",
	}}.check(
		trial{text{"as many answers as probabilities", "回答与概率的个数相同"}, of(func(p []float64, r []bool) any { return len(r) == len(p) }), true},
		trial{text{"ten answers or more", "至少十个回答"}, of(func(_ []float64, r []bool) any { return len(r) >= 10 }), true},
		trial{text{"at most half of them are right", "答对的不超过一半"}, of(func(p []float64, r []bool) any { share, _ := judgement(p, r); return share <= 0.5 }), true},
		trial{text{"calibration error", "校准误差"}, of(func(p []float64, r []bool) any { _, c := judgement(p, r); return c }), 0.0},
	)
}

// judgement returns the share of right answers and the expected calibration error.
func judgement(probability []float64, right []bool) (share, calibration float64) {
	var gap [10]float64 // Σ right − Σ probability in each bin
	for i := range min(len(probability), len(right)) {
		bin := max(0, min(9, int(10*probability[i])))
		gap[bin] -= probability[i]
		if right[i] {
			gap[bin]++
			share += 1 / float64(len(right))
		}
	}
	for _, g := range gap {
		calibration += math.Abs(g) / float64(max(1, len(right)))
	}
	return share, calibration
}

// ToTheMiddle checks exercise 10.4: by how many pixels an image [28, 28] has to move down and
// to the right until the centre of mass of its ink lies in the middle, as nearly as whole
// pixels allow. Row i reaches from i to i + 1, so that the middle is at 14.
func ToTheMiddle(solve func(ink [][]float64) (down, right int)) {
	q := question{"10.4", text{"to the middle", "移到中间"}, text{
		"the centre of mass is Σ ink · (i + 0.5) / Σ ink, over all pixels, for the rows and in the same way for the columns; round 14 minus it.",
		"行方向的重心是对所有像素求 Σ 墨 · (i + 0.5) / Σ 墨，列方向同理；用 14 减去它再四舍五入。"}}
	var trials []trial
	for _, c := range []struct {
		ink  [][3]float64 // row, column, ink
		want []int
	}{
		{[][3]float64{{13, 13, 1}, {14, 14, 1}}, []int{0, 0}},
		{[][3]float64{{3, 20, 1}, {4, 20, 1}, {4, 19, 0.9}}, []int{10, -6}},
		{[][3]float64{{10, 10, 0.92}, {20, 20, 0.08}}, []int{3, 3}},
		{[][3]float64{{27, 0, 1}, {26, 0, 1}, {26, 1, 0.5}}, []int{-13, 13}},
	} {
		var names []string
		for _, p := range c.ink {
			names = append(names, fmt.Sprintf("ink[%v][%v] = %v", p[0], p[1], p[2]))
		}
		trials = append(trials, trial{
			given: arguments("%s", strings.Join(names, ", ")),
			got:   func() any { down, right := solve(drawing(c.ink)); return []int{down, right} },
			want:  c.want,
		})
	}
	q.check(trials...)
}

// drawing returns an image of paper with some pixels of ink.
func drawing(ink [][3]float64) [][]float64 {
	image := make([][]float64, mnist.Side)
	for i := range image {
		image[i] = make([]float64, mnist.Side)
	}
	for _, p := range ink {
		image[int(p[0])][int(p[1])] = p[2]
	}
	return image
}
