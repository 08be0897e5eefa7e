package exercise

// MomentumStep checks exercise 09.1: one update by PyTorch's rule.
func MomentumStep(solve func(w, v, g, rate, momentum float64) (newW, newV float64)) {
	q := question{"09.1", text{"one step with momentum", "带动量的一步"}, text{
		"first the velocity, momentum·v + g; then the weight, with the new velocity: w − rate·v.",
		"先更新速度 momentum·v + g，再用新速度更新权重：w − rate·v。"}}
	q.check(updates(solve, [][7]float64{
		// w, v, g, rate, momentum → w, v
		{1, 0, 1, 0.01, 0.5, 0.99, 1},
		{0.99, 1, 1, 0.01, 0.5, 0.975, 1.5},
		{2, -4, 3, 0.1, 0.9, 2.06, -0.6},
		{-1, 5, 0, 0.5, 0.2, -1.5, 1},
	})...)
}

// Velocity checks exercise 09.2: the velocity after n gradients of 1.
func Velocity(solve func(momentum float64, n int) float64) {
	q := question{"09.2", text{"the velocity after n steps", "n 步之后的速度"}, text{
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

// Steps checks exercise 09.4: the steps in an epoch and the images in the last of them.
func Steps(solve func(images, batch int) (steps, last int)) {
	q := question{"09.4", text{"steps in an epoch", "一轮有多少步"}, text{
		"steps is images / batch, rounded up; what the full batches leave over is the last batch, and if nothing is left over it is full.",
		"步数 = images / batch，向上取整；整批之后剩下的就是最后一批，若正好整除，最后一批也是满的。"}}
	var trials []trial
	for _, c := range [][4]int{{60000, 64, 938, 32}, {60000, 100, 600, 100}, {6000, 64, 94, 48}, {65, 64, 2, 1}, {10, 64, 1, 10}} {
		trials = append(trials, trial{
			given: arguments("images = %d, batch = %d", c[0], c[1]),
			got:   func() any { steps, last := solve(c[0], c[1]); return []int{steps, last} },
			want:  []int{c[2], c[3]},
		})
	}
	q.check(trials...)
}

// Nesterov checks exercise 09.6: one update by PyTorch's rule with nesterov=True.
func Nesterov(solve func(w, v, g, rate, momentum float64) (newW, newV float64)) {
	q := question{"09.6", text{"a step of Nesterov", "Nesterov 的一步"}, text{
		"the velocity is as before, momentum·v + g; the weight moves by rate · (g + momentum·new velocity).",
		"速度照旧：momentum·v + g；权重移动 rate · (g + momentum·新速度)。"}}
	q.check(updates(solve, [][7]float64{
		{1, 0, 1, 0.01, 0.5, 0.985, 1},
		{0.985, 1, 1, 0.01, 0.5, 0.9675, 1.5},
		{2, -4, 3, 0.1, 0.9, 1.754, -0.6},
		{-1, 5, 0, 0.5, 0.2, -1.1, 1},
	})...)
}

// updates makes a trial of each w, v, g, rate, momentum → w, v.
func updates(solve func(w, v, g, rate, momentum float64) (float64, float64), cases [][7]float64) (trials []trial) {
	for _, c := range cases {
		trials = append(trials, trial{
			given: arguments("w = %v, v = %v, g = %v, rate = %v, momentum = %v", c[0], c[1], c[2], c[3], c[4]),
			got:   func() any { w, v := solve(c[0], c[1], c[2], c[3], c[4]); return []float64{w, v} },
			want:  []float64{c[5], c[6]},
		})
	}
	return trials
}

// RunningMean checks exercise 09.5: the numbers that the lecture's loop prints, one for every so
// many steps.
func RunningMean(solve func(losses []float64, every int) []float64) {
	q := question{"09.5", text{"the printed losses", "打印出来的损失"}, text{
		"add up the losses, at each every-th step keep sum / every, and put the sum back to 0; a rest is not printed.",
		"把损失累加起来，每满 every 步记下 sum / every，然后把 sum 清零；余下的不打印。"}}
	var trials []trial
	for _, c := range []struct {
		losses []float64
		every  int
		want   []float64
	}{
		{[]float64{3, 1, 2, 4}, 2, []float64{2, 3}},
		{[]float64{6, 3, 3, 1, 1, 1, 9}, 3, []float64{4, 1}},
		{[]float64{2, 5}, 1, []float64{2, 5}},
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8}, 4, []float64{2.5, 6.5}},
	} {
		trials = append(trials, trial{
			given: arguments("losses = %v, every = %d", c.losses, c.every),
			got:   func() any { return solve(append([]float64(nil), c.losses...), c.every) },
			want:  c.want,
		})
	}
	q.check(trials...)
}

// Updates checks exercise 09.3: after how many equal gradients the velocity has reached that
// share of its final value.
func Updates(solve func(momentum, share float64) int) {
	q := question{"09.3", text{"updates to full speed", "多少步才跑到全速"}, text{
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
