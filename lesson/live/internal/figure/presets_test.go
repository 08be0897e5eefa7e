package figure_test

import (
	"reflect"
	"strings"
	"testing"

	"convnet.example/lesson/descent"
	"convnet.example/lesson/live/internal/figure"
)

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]float64{"1": 1, " −2,5 ": -2.5, "1e2": 100, "–１，５": -1.5, "-0": 0, "1000": 1000} {
		if got, err := figure.ParseNumber(text); got != want || err != nil {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "a", "1 2", "NaN", "Inf", "1e999", "1001", strings.Repeat("9", 5000), "<script>"} {
		if got, err := figure.ParseNumber(text); err == nil || len(err.Error()) > 200 {
			t.Errorf("%.20q: %v, %v", text, got, err)
		}
	}
}

// Presets are small squares that nothing changes for the next reader; larger and smaller again
// is the same kernel.
func TestPresets(t *testing.T) {
	for i, p := range figure.Presets() {
		if n := len(p.Kernel); n != 3 && n != 5 || len(p.Kernel[n-1]) != n || p.Name == "" {
			t.Errorf("preset %d: %v", i, p)
		}
		if n := len(p.Kernel); n == 3 && !reflect.DeepEqual(figure.Resized(figure.Resized(p.Kernel)), p.Kernel) {
			t.Errorf("%s: enlarged and cut it is %v", p.Name, figure.Resized(figure.Resized(p.Kernel)))
		}
		p.Kernel[0][0] = 99
		if figure.Presets()[i].Kernel[0][0] == 99 {
			t.Errorf("%s: the next one is changed as well", p.Name)
		}
	}
}

// The sentence about the valley has the formula's numbers, on both sides of the limit and on it.
func TestDownhill(t *testing.T) {
	for run, want := range map[descent.SGD]string{
		{LearningRate: 0.01, Momentum: 0.5}: "across the valley: rate · curvature = 0.01 · 190 = 1.9 < 2·(1 + 0.5) = 3\nStable: a step leaves 0.70711 of the way across, and 0.95817 of the way along, in the long run.",
		{LearningRate: 0.012}:               "across the valley: rate · curvature = 0.012 · 190 = 2.28 > 2·(1 + 0) = 2\nNot stable, it climbs out: in the long run each step makes the distance 1.28 times as large. Take a rate below 0.01053.",
	} {
		if got := figure.Downhill(run); got != want {
			t.Errorf("%+v: %s\nwant %s", run, got, want)
		}
	}
	if got := figure.Downhill(descent.SGD{LearningRate: 2.0 / 190}); !strings.Contains(got, "On the edge") {
		t.Errorf("on the limit: %s", got)
	}
}
