package ladder_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"convnet.example/lesson"
	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/ladder"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
	"github.com/janpfeifer/must"
)

func TestMain(m *testing.M) {
	if os.Getenv("GOMLX_BACKEND") == "" {
		os.Setenv("GOMLX_BACKEND", "go") // whatever is installed on this machine
	}
	os.Exit(m.Run())
}

// A rate at which nothing is learned and one that diverges are not chosen, and the start is
// taken.
func TestClimb(t *testing.T) {
	l := ladder.Ladder{Learn: digits.Draw(1, 640), Held: digits.Draw(2, 200), Test: digits.Draw(3, 200),
		Rates: []float64{1e-9, 0.1, 1e9}, Seeds: 2}
	r := must.M1(l.Climb("net", lesson.Net, nil))
	if r.Rate != 0.1 || r.Held < 0.3 || len(r.Test) != 2 || r.Test[0] < 0.3 || r.Parameters != 8490 || r.MultiplyAdds != 467200 {
		t.Errorf("%+v", r)
	}
	l.Rates = l.Rates[:1]
	zero := must.M1(l.Climb("zero", lesson.Net, func(net *lesson.Classifier) error {
		weights := net.Weights()
		for _, w := range weights {
			clear(w.Data)
		}
		return net.SetWeights(weights)
	}))
	if zero.Test[0] != zero.Test[1] {
		t.Errorf("from zero, two seeds give %v", zero.Test)
	}
	want := fmt.Errorf("no start")
	if _, err := l.Climb("fails", lesson.Net, func(*lesson.Classifier) error { return want }); err != want {
		t.Errorf("got error %v", err)
	}
}

// The networks that learn at once, in the graph here, learn what each learns alone; the model is
// built by one at a time.
func TestAtOnceAsAlone(t *testing.T) {
	var building sync.Mutex
	small := func(s *model.Scope, x *graph.Node) []lesson.Layer {
		if !building.TryLock() {
			t.Error("the model is built twice at a time")
			return nil
		}
		defer building.Unlock()
		time.Sleep(20 * time.Millisecond) // long enough for another to come
		return lesson.NewSequential(s, x).Conv2D("conv", 3, conv.Window{Kernel: 5, Stride: 3}).Flatten("flatten").Linear("fc", 10).Layers
	}
	l := ladder.Ladder{Learn: digits.Draw(1, 640), Held: digits.Draw(2, 200), Test: digits.Draw(3, 200), Rates: []float64{0.01, 0.1}}
	r := must.M1(l.Climb("net", small, nil))
	for i, got := range r.Test {
		seed := int64(i + 1)
		net := must.M1(lesson.NewClassifier(small, seed))
		must.M(ladder.Fit(net, l.Learn, lesson.Config{SGD: lesson.SGD{LearningRate: r.Rate, Momentum: 0.5}, Epochs: 3, Seed: seed}))
		if want := must.M1(net.Test(l.Test)).Rate(); got != want {
			t.Errorf("seed %d: %v at once, %v alone", seed, got, want)
		}
	}
}

// The first column is what Climb finds, and a digit that has left the image cannot be read.
func TestShifts(t *testing.T) {
	l := ladder.Ladder{Learn: digits.Draw(1, 640), Held: digits.Draw(2, 200), Test: digits.Draw(3, 200),
		Rates: []float64{0.1}, Seeds: 1}
	r := must.M1(l.Climb("net", lesson.Net, nil))
	var rate, none, ignored, all float64
	line := must.M1(l.Shifts("net", lesson.Net, 0, 28))
	if _, err := fmt.Sscanf(line, "net rate %f %f ±%f %f", &rate, &none, &ignored, &all); err != nil {
		t.Fatalf("%v in %q", err, line)
	}
	if mean, _ := r.Mean(200); rate != 0.1 || math.Abs(none-100*mean) > 0.051 || all > 25 {
		t.Errorf("got %q, and without a shift %.1f", line, 100*mean)
	}
}

func TestMean(t *testing.T) {
	mean, err := ladder.Rung{Test: []float64{0.95, 0.96, 0.97}}.Mean(10000)
	// (1e-4 + 0 + 1e-4)/2 = 1e-4 for a seed, a third of that for the mean; 0.96·0.04/10000.
	if want := math.Sqrt(1e-4/3 + 0.96*0.04/10000); math.Abs(mean-0.96) > 1e-12 || math.Abs(err-want) > 1e-12 {
		t.Errorf("got %v ± %v, want 0.96 ± %v", mean, err, want)
	}
}

func TestFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ladder")
	for i, name := range []string{"a", "b", "a"} {
		must.M(ladder.Add(file, ladder.Rung{Name: name, Test: []float64{float64(i)}}))
	}
	if got := must.M1(ladder.Read(file)); len(got) != 2 || got[0].Name != "b" || got[1].Test[0] != 2 {
		t.Errorf("got %+v", got)
	}
	must.M(os.WriteFile(file, []byte("{"), 0o666))
	if err := ladder.Add(file, ladder.Rung{}); err == nil || !strings.Contains(err.Error(), "remove it") {
		t.Errorf("got error %v", err)
	}
}

func ExampleTable() {
	fmt.Print(ladder.Table([]ladder.Rung{
		{"learned", 0.06, 0.960, []float64{0.966, 0.968, 0.964}, 8490, 467200},
		{"3×3", 0.06, 0.955, []float64{0.962, 0.966, 0.965}, 6930, 283640},
		{"linear", 0.02, 0.895, []float64{0.90, 0.896, 0.898}, 7850, 7840},
	}, 10000))
	// Output:
	//                           weights mult.-adds  rate held-out   test
	// learned                      8490     467200  0.06    96.00  96.60 ±0.21
	// 3×3                          6930     283640  0.06    95.50  96.43 ±0.22 ≈
	// linear                       7850       7840  0.02    89.50  89.80 ±0.32
}
