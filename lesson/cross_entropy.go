package lesson

import (
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/train/loss"
)

// CrossEntropy is the mean over the batch of −log softmax(logits)[label]: logits
// [n, classes], labels [n] integers. An image with a negative label does not count:
// it fills a batch up.
func CrossEntropy(logits, labels *graph.Node) *graph.Node {
	counts := graph.GreaterOrEqual(labels, graph.ZerosLike(labels))
	return loss.SparseCategoricalCrossEntropyLogits([]*graph.Node{graph.ExpandAxes(labels, -1), counts}, []*graph.Node{logits})
}
