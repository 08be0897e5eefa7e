package exercise

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"convnet.example/lesson/conv"
)

// said is what a checker prints.
func said(t *testing.T, hand func()) string {
	t.Helper()
	var b bytes.Buffer
	defer func(w io.Writer) { output = w }(output)
	output = &b
	hand()
	return b.String()
}

// A cell as it is in the notebook waits, whatever it hands over: a function or a list.
func TestUnwrittenSolutionsWait(t *testing.T) {
	t.Setenv("COURSE_LANG", "en")
	t.Setenv("GONB_TMP_DIR", t.TempDir())
	for name, hand := range map[string]func(){
		"function": func() { Sum(func([][]float64) float64 { panic(YourCode) }) },
		"two results": func() {
			Honest(func() ([]float64, []bool) { panic(YourCode) })
		},
		"rows":    func() { Shift([][]float64{}) },
		"edges":   func() { VerticalEdges([][]float64{}) },
		"turn":    func() { HalfTurn([][]float64{}) },
		"patch":   func() { FoolCorrelation([][]float64{}) },
		"windows": func() { Design([]conv.Window{}) },
	} {
		for range 3 {
			if got := said(t, hand); !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, ": waits for your code.\n") {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
}

// The first wrong answer shows the case, the second one also a hint; waiting does not count.
func TestHintComesWithTheSecondWrongAnswer(t *testing.T) {
	t.Setenv("GONB_TMP_DIR", t.TempDir())
	waiting := func() { Sum(func([][]float64) float64 { panic(YourCode) }) }
	wrong := func() { Sum(func([][]float64) float64 { return 7 }) }
	other := func() { Count(func(n, c, h, w int) int { return n }) }
	for _, c := range []struct {
		lang      string
		hand      func()
		has, lack string
	}{
		{"en", waiting, "waits", "Hint"},
		{"en", wrong, "m = [[1 2 3] [4 5 6] [7 8 9]]: expected 45, but it is 7.\n  Try again", "Hint"},
		{"en", other, "n = 1, c = 1, h = 28, w = 28: expected 784", "Hint"},
		{"en", wrong, "Hint: two loops", "Try again"},
		{"zh", wrong, "m = [[1 2 3] [4 5 6] [7 8 9]]，应为 45，得到的是 7。\n  提示：两层循环", "再试一次"},
		{"en", other, "Hint:", "Try again"},
	} {
		t.Setenv("COURSE_LANG", c.lang)
		if got := said(t, c.hand); !strings.Contains(got, c.has) || strings.Contains(got, c.lack) {
			t.Errorf("%q; want %q, and no %q", got, c.has, c.lack)
		}
	}
}

// Without a kernel there is nowhere to count.
func TestHintAtOnceWithoutAKernel(t *testing.T) {
	t.Setenv("COURSE_LANG", "en")
	t.Setenv("GONB_TMP_DIR", "")
	if got := said(t, func() { Sum(func([][]float64) float64 { return 7 }) }); !strings.Contains(got, "Hint:") {
		t.Error(got)
	}
}
