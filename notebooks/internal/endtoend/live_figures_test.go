package endtoend

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/descent"
)

// window slides a window's sliders, and compares the size with the formula's.
func (p *livePage) window(i int) {
	p.Helper()
	root := fmt.Sprintf("figures('window')[%d]", i)
	var took []float64
	for k := 1; k <= 7; k += 2 {
		for _, other := range [][3]int{{0, 1, 1}, {1, 2, 1}, {3, 4, 3}, {2, 1, 2}} {
			w := conv.Window{Kernel: k, Padding: other[0], Stride: other[1], Dilation: other[2]}
			for name, value := range map[string]int{"kernel": k, "padding": w.Padding, "stride": w.Stride, "dilation": w.Dilation} {
				took = append(took, ask[float64](p, root, "slide(root, args[0], args[1])", name, value))
			}
			n := w.Size(7)
			if got, want := ask[string](p, root, "root.dataset.output"), fmt.Sprintf("%dx%d", n, n); got != want {
				p.Errorf("%+v: the figure says %s, want %s", w, got, want)
			}
			text := ask[string](p, root, "formulas(root)")
			if last := "⌋ + 1 = " + strconv.Itoa(n); n > 0 && !strings.Contains(text, last) || n == 0 && !strings.Contains(text, "does not fit") {
				p.Errorf("%+v: the figure says %s", w, text)
			}
		}
	}
	p.prompt("window", took)
	// A thousand fast moves: the last one counts.
	ask[float64](p, root, "answered(root, () => { for (let i = 0; i < 1000; i++) type(root.querySelector('input[name=stride]'), 1 + i % 4) })")
	ask[float64](p, root, "slide(root, 'kernel', 1)")
	ask[float64](p, root, "slide(root, 'padding', 0)")
	if got := ask[string](p, root, "root.dataset.output"); got != "2x2" {
		p.Errorf("after a thousand moves kernel 1 and stride 4 leave %s of 7×7, want 2x2", got)
	}
}

// kernel edits a kernel and flips it, and compares the number under the pointer.
func (p *livePage) kernel(i int) {
	p.Helper()
	root := fmt.Sprintf("figures('kernel')[%d]", i)
	took := []float64{ask[float64](p, root, "choose(root, 'preset', 6)"), ask[float64](p, root, "choose(root, 'digit', 7)")}
	plain := p.value(root)
	took = append(took, ask[float64](p, root, "press(root, 'flip')"))
	flipped := p.value(root)
	terms := func(text string) (sum float64) {
		text = strings.NewReplacer("−", "-", "(", "", ")", "").Replace(text)
		body, _, _ := strings.Cut(text[strings.Index(text, "\n"):], "\n=")
		body, _, _ = strings.Cut(body, "\n≈")
		for term := range strings.SplitSeq(body, "+") {
			a, b, _ := strings.Cut(strings.TrimSpace(term), "·")
			x, err1 := strconv.ParseFloat(a, 64)
			y, err2 := strconv.ParseFloat(b, 64)
			if err1 != nil || err2 != nil {
				p.Errorf("no product: %q", term)
			}
			sum += x * y
		}
		return sum
	}
	if sum := terms(ask[string](p, root, "formulas(root)")); math.Abs(sum-flipped) > 45*1e-5 {
		p.Errorf("the products shown add up to %v, and the figure says %v", sum, flipped)
	}
	took = append(took, ask[float64](p, root, "press(root, 'flip')"))
	if again := p.value(root); again != plain || plain == flipped {
		p.Errorf("flipped twice: %v, %v, %v", plain, flipped, again)
	}
	for _, test := range []struct{ typed, said string }{
		{"2,5", ""}, {"1 2 3", "is not a number"}, {"NaN", "is not a number"}, {"1e9", "too large"}, {strings.Repeat("9", 500), "too large"}, {"<b>x</b>", "is not a number"}, {"−1", ""},
	} {
		took = append(took, ask[float64](p, root, "answered(root, () => type(root.querySelector('.cl-kernel input'), args[0]))", test.typed))
		if said := ask[string](p, root, "said(root)"); test.said == "" && said != "" || !strings.Contains(said, test.said) {
			p.Errorf("%.20q: the figure says %q", test.typed, said)
		}
	}
	p.prompt("kernel", took)
}

func (p *livePage) value(root string) float64 {
	p.Helper()
	v, err := strconv.ParseFloat(strings.Replace(ask[string](p, root, "root.dataset.value"), "−", "-", 1), 64)
	p.check(err)
	return v
}

// descent pulls rate and momentum, on both sides of the limit.
func (p *livePage) descent(i int) {
	p.Helper()
	root := fmt.Sprintf("figures('descent')[%d]", i)
	var took []float64
	for _, run := range []descent.SGD{{LearningRate: 0.01, Momentum: 0.5}, {LearningRate: 0.012}, {LearningRate: 0.0155, Momentum: 0.5}, {LearningRate: 0.02, Momentum: 0.98}, {LearningRate: 0.025}} {
		took = append(took, ask[float64](p, root, "slide(root, 'momentum', args[0])", run.Momentum), ask[float64](p, root, "slide(root, 'rate', args[0])", run.LearningRate))
		stable := run.LearningRate < run.Limit(descent.Course.Across)
		if text := ask[string](p, root, "formulas(root)"); strings.Contains(text, "Stable:") != stable || strings.Contains(text, "Not stable,") == stable {
			p.Errorf("%+v: stable is %v, and the figure says %s", run, stable, text)
		}
	}
	p.prompt("descent", took)
}
