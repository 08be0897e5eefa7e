package ladder_test

import (
	"testing"

	"convnet.example/lesson"
	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/ladder"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
	"github.com/janpfeifer/must"
)

// BenchmarkClimb trains a network at three rates and from two more seeds, one after the other and
// as Climb does it; the lecture's has a fast form, the other has none:
//
//	GOEXPERIMENT=simd go test ./lesson/ladder -run '^$' -bench Climb -count 3
func BenchmarkClimb(b *testing.B) {
	few := digits.Draw(2, 64)
	l := ladder.Ladder{Learn: digits.Draw(1, 6400), Held: few, Test: few, Rates: []float64{0.02, 0.06, 0.2}, Epochs: 1, Seeds: 3}
	for name, net := range map[string]lesson.Model{"lecture's": lesson.Net, "average pooling": averagePooling} {
		b.Run(name+"/alone", func(b *testing.B) {
			for b.Loop() {
				for range 5 {
					c := must.M1(lesson.NewClassifier(net, 1))
					must.M(ladder.Fit(c, l.Learn, lesson.Config{SGD: lesson.SGD{LearningRate: 0.06, Momentum: 0.5}, Epochs: 1}))
				}
			}
		})
		b.Run(name+"/at once", func(b *testing.B) {
			for b.Loop() {
				must.M1(l.Climb(name, net, nil))
			}
		})
	}
}

// averagePooling is the lecture's network with the mean of four where it takes the largest.
func averagePooling(s *model.Scope, x *graph.Node) []lesson.Layer {
	mean := func(x *graph.Node) *graph.Node {
		d := x.Shape().Dimensions
		return graph.ReduceMean(graph.Reshape(x, d[0], d[1], d[2]/2, 2, d[3]/2, 2), 3, 5)
	}
	return lesson.NewSequential(s, x).
		Conv2D("conv1", 10, conv.Window{Kernel: 5}).Apply("pool1", mean).ReLU("relu1").
		Conv2D("conv2", 20, conv.Window{Kernel: 5}).Apply("pool2", mean).ReLU("relu2").
		Flatten("flatten").Linear("fc", 10).Layers
}
