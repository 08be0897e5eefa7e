package lesson

import (
	"fmt"
	"slices"
	"testing"

	"convnet.example/lesson/descent"
)

// The plot moves the weights as training does: PyTorch's numbers, as in TestSGDAsPyTorch.
func TestPathAsPyTorch(t *testing.T) {
	var cases []struct {
		LR, Momentum float64
		Curvature    []float64
		Params       []struct{ Data []float64 }
	}
	fixture(t, "sgd_momentum.json", &cases)
	if len(cases) == 0 {
		t.Fatal("there are no cases")
	}
	for _, c := range cases {
		gradient := func(w []float64) []float64 {
			g := slices.Clone(w)
			for i := range g {
				g[i] *= c.Curvature[i]
			}
			return g
		}
		path := descent.SGD{LearningRate: c.LR, Momentum: c.Momentum}.Path(c.Params[0].Data, gradient, len(c.Params)-1)
		for i, want := range c.Params {
			near(t, fmt.Sprintf("lr=%v, momentum=%v, step %d", c.LR, c.Momentum, i), single(path[i]), single(want.Data), 1e-5)
		}
	}
}

func single(list []float64) []float32 {
	var all []float32
	for _, v := range list {
		all = append(all, float32(v))
	}
	return all
}
