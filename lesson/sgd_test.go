package lesson

import (
	"fmt"
	"testing"

	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// TestSGDAsPyTorch rolls down the bowl Σ curvature·w²/2, whose gradient is
// curvature·w.
func TestSGDAsPyTorch(t *testing.T) {
	var cases []struct {
		LR, Momentum float64
		Curvature    []float32
		Params       []array
	}
	fixture(t, "sgd_momentum.json", &cases)
	for _, c := range cases {
		t.Run(fmt.Sprintf("lr=%v,momentum=%v", c.LR, c.Momentum), func(t *testing.T) {
			store := model.NewStore()
			w := store.VariableWithValue("/w", c.Params[0].tensor())
			step, err := model.NewExec(testBackend(t), store, func(scope *model.Scope, curvature *graph.Node) *graph.Node {
				loss := graph.MulScalar(graph.ReduceAllSum(graph.Mul(curvature, graph.Square(w.NodeValue(curvature)))), 0.5)
				SGD{c.LR, c.Momentum}.UpdateGraph(scope, curvature.Graph(), loss)
				return loss
			})
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range c.Params[1:] {
				if _, err := step.Call(tensors.FromValue(c.Curvature)); err != nil {
					t.Fatal(err)
				}
				near(t, fmt.Sprint("after step ", i+1), tensors.MustCopyFlatData[float32](w.MustValue()), want.Data, 1e-5)
			}
		})
	}
}
