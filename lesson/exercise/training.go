package exercise

import (
	"fmt"
	"math"
)

// Velocity checks exercise 09.1: the velocity after n gradients of 1.
func Velocity(solve func(momentum float64, n int) float64) {
	q := question{"09.1", text{"the velocity after n steps", "n 步之后的速度"}, text{
		"it is the sum 1 + momentum + momentum² + …, n terms: (1 − momentumⁿ) / (1 − momentum).",
		"它是 n 项的和 1 + momentum + momentum² + …，即 (1 − momentumⁿ) / (1 − momentum)。"}}
	var trials []trial
	for _, c := range []struct {
		momentum float64
		n        int
		want     float64
	}{{0.5, 1, 1}, {0.5, 4, 1.875}, {0.9, 3, 2.71}, {0, 7, 1}, {0.5, 0, 0}, {0.9, 500, 10}} {
		trials = append(trials, trial{
			given: arguments("momentum = %v, n = %d", c.momentum, c.n),
			got:   func() any { return solve(c.momentum, c.n) },
			want:  c.want,
		})
	}
	q.check(trials...)
}

// Updates checks exercise 09.2: after how many equal gradients the velocity has reached that
// share of its final value.
func Updates(solve func(momentum, share float64) int) {
	q := question{"09.2", text{"updates to full speed", "多少步才跑到全速"}, text{
		"after n steps the velocity has 1 − momentumⁿ of its final value: count up n until that is at least share.",
		"n 步之后速度达到最终值的 1 − momentumⁿ：让 n 从 1 往上数，直到它不小于 share。"}}
	var trials []trial
	for _, c := range []struct {
		momentum, share float64
		want            int
	}{{0.5, 0.99, 7}, {0.9, 0.99, 44}, {0.5, 0.9, 4}, {0, 0.99, 1}, {0.99, 0.99, 459}} {
		trials = append(trials, trial{
			given: arguments("momentum = %v, share = %v", c.momentum, c.share),
			got:   func() any { return solve(c.momentum, c.share) },
			want:  c.want,
		})
	}
	q.check(trials...)
}

// LargestRate checks exercise 09.3: the rate above which a run climbs out of a valley of those
// curvatures.
func LargestRate(solve func(momentum float64, curvatures []float64) float64) {
	q := question{"09.3", text{"the largest rate", "学习率的上限"}, text{
		"the largest curvature h breaks out first, swinging from side to side: put λ = −1 into λ² − (1 + μ − ηh)·λ + μ = 0.",
		"最先冲出去的是曲率 h 最大的方向，它左右来回摆：把 λ = −1 代入 λ² − (1 + μ − ηh)·λ + μ = 0。"}}
	var trials []trial
	for _, c := range []struct {
		momentum   float64
		curvatures []float64
		want       float64
	}{
		{0, []float64{2}, 1},
		{0, []float64{2, 190}, 2.0 / 190},
		{0.5, []float64{2, 190}, 3.0 / 190},
		{0.9, []float64{10, 40, 25}, 0.095},
		{0.2, []float64{0.5, 0.1}, 4.8},
	} {
		trials = append(trials, trial{
			given: arguments("momentum = %v, curvatures = %v", c.momentum, c.curvatures),
			got:   func() any { return solve(c.momentum, append([]float64(nil), c.curvatures...)) },
			want:  c.want,
		})
	}
	q.check(trials...)
}

// Curvature checks exercise 09.4: the largest curvature of a valley that nobody can see, found by
// breaking the descent. A hundredth too much or too little is near enough.
func Curvature(find func(climbsOut func(rate float64) bool) float64) {
	q := question{"09.4", text{"break it", "故意让它发散"}, text{
		"double the rate until the run climbs out, then halve the interval between a rate that doesn't and one that does; the curvature is 2 / that rate.",
		"把学习率一次次加倍，直到冲出去；再在冲不出去和冲得出去的两个学习率之间不断取中点；曲率就是 2 除以这个学习率。"}}
	var trials []trial
	for i, h := range []float64{190, 0.37, 12345} {
		trials = append(trials, trial{
			given: text{fmt.Sprint("valley ", i+1), fmt.Sprintf("第 %d 条峡谷", i+1)},
			got: func() any {
				found := find(func(rate float64) bool { return climbsOut(rate, h) })
				if math.Abs(found-h) <= 0.01*h {
					return h
				}
				return found
			},
			want: h,
		})
	}
	q.check(trials...)
}

// climbsOut goes a thousand steps down a valley and tells whether that led up. There is no
// momentum in it, and a gentler direction that never breaks.
func climbsOut(rate, curvature float64) bool {
	x, y := 1.0, 1.0
	for range 1000 {
		x -= rate * curvature / 100 * x
		y -= rate * curvature * y
	}
	return !(math.Abs(x) <= 1 && math.Abs(y) <= 1)
}

// EnoughDigits checks exercise 09.5: how many test digits it takes to tell two accuracies apart.
func EnoughDigits(solve func(a, b float64) int) {
	q := question{"09.5", text{"how many test digits", "要多少张测试图"}, text{
		"the difference must be two of its standard errors, 2·√((a(1−a) + b(1−b)) / n): solve for n and round up.",
		"差距至少是它的标准误差的两倍，即 2·√((a(1−a) + b(1−b)) / n)：解出 n，向上取整。"}}
	var trials []trial
	for _, c := range []struct {
		a, b float64
		want int
	}{{0.9854, 0.9877, 20065}, {0.985, 0.9873, 20654}, {0.96, 0.9, 143}, {0.5, 0.97, 6}} {
		trials = append(trials, trial{
			given: arguments("a = %v, b = %v", c.a, c.b),
			got:   func() any { return solve(c.a, c.b) },
			want:  c.want,
		})
	}
	q.check(trials...)
}

// What exercise 09.6 asks for.
const (
	mostParameters = 4000
	leastRight     = 9850 // of the 10,000 test digits
)

// Small checks exercise 09.6: a network that is small and good. solve trains it, or reads what
// became of it, and says how many parameters it has and how many of the 10,000 test digits it
// reads correctly.
func Small(solve func() (parameters, right int)) {
	q := question{"09.6", text{"98.5 % with 4,000 parameters", "用 4,000 个参数做到 98.5%"}, text{
		"5 kernels and then 13 have 3,858 parameters. Choose the rate on the held-out digits: some epochs at 0.1, and a last one at a tenth of that.",
		"先 5 个、后 13 个卷积核，共 3,858 个参数。学习率用留出的数据来挑：先用 0.1 训练几轮，最后一轮降到十分之一。"}}
	q.check(trial{
		given: text{"your network", "你的网络"},
		got: func() any {
			parameters, right := solve()
			if 0 < parameters && parameters <= mostParameters && leastRight <= right && right <= 10000 {
				return goal{}
			}
			return size{parameters, right}
		},
		want: goal{},
	})
}

// size is what became of a network, and goal is what should.
type (
	size struct{ parameters, right int }
	goal struct{}
)

func (s size) String() string {
	return in(text{fmt.Sprintf("%d parameters and %d right", s.parameters, s.right),
		fmt.Sprintf("%d 个参数、认对 %d 张", s.parameters, s.right)})
}

func (goal) String() string {
	return in(text{fmt.Sprintf("at most %d parameters and at least %d right", mostParameters, leastRight),
		fmt.Sprintf("至多 %d 个参数、至少认对 %d 张", mostParameters, leastRight)})
}
