package endtoend

import (
	"fmt"
	"math"
	"strconv"

	"convnet.example/lesson"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/live/livetest"
)

// drawing draws digits, and compares the logits with those of package
// lesson, which computes with 32 bits: to 1e-5 of their size.
func (p *livePage) drawing(i, n int, net *lesson.Classifier) {
	p.Helper()
	root := fmt.Sprintf("figures('draw')[%d]", i)
	p.run("timed(" + root + ")")
	if answer := ask[string](p, root, "root.dataset.answer"); answer != "" {
		p.Errorf("nothing is drawn, and the answer is %q", answer)
	}
	right, off := 0, 0.0
	for _, d := range livetest.Digits(uint64(i+1), n) {
		ask[float64](p, root, "press(root, 'clear')")
		p.mouse(ask[box](p, root, "place(root.querySelector('canvas.ink'))"), livetest.Canvas, d.Lines)
		p.settle()
		if answer := ask[string](p, root, "root.dataset.answer"); answer == strconv.Itoa(d.Label) {
			right++
		} else {
			p.Logf("a %d is read as %s", d.Label, answer)
		}
		set := &mnist.Set{Labels: []byte{0}}
		for _, v := range ask[[]int](p, root, "image(root)") {
			set.Pixels = append(set.Pixels, byte(v))
		}
		want, err := net.Logits(set)
		p.check(err)
		for k, got := range ask[[]float64](p, root, "logits(root)") {
			off = max(off, math.Abs(got-float64(want[0][k]))/max(1, math.Abs(got)))
		}
	}
	p.Logf("draw: %d of %d right, logits within %.1e of package lesson's", right, n, off)
	if right < n-n/15 || off > 1e-5 {
		p.Errorf("draw: %d of %d right, logits off by %v", right, n, off)
	}
	p.prompt("draw", ask[[]float64](p, root, "root.latencies"))
}
