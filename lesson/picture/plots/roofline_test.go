package plots_test

import (
	"strings"
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture/plots"
)

func TestRooflinePicture(t *testing.T) {
	p := plots.Roofline(130e9, 12e9, plots.Work{"conv1, all windows", 3.6, 30e9},
		plots.Work{"conv1, four corners", 9.6, 75e9}, plots.Work{"conv2, all windows", 9.3, 92e9}, plots.Work{"conv2, four corners", 31, 110e9})
	golden.Check(t, "roofline", plots.Render(p, 520, 300), golden.Soft)
}

func TestRooflineMisuse(t *testing.T) {
	for want, f := range map[string]func(){
		"0 operations and 1 bytes":  func() { plots.Roofline(0, 1) },
		"a: -1 operations a byte":   func() { plots.Roofline(1, 1, plots.Work{"a", -1, 1}) },
		"a: 1 operations a byte, 0": func() { plots.Roofline(1, 1, plots.Work{"a", 1, 0}) },
	} {
		if got := panicOf(f); !strings.Contains(got, want) {
			t.Errorf("it panics with %q, want %q", got, want)
		}
	}
}
