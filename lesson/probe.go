package lesson

import (
	"fmt"
	"slices"

	"convnet.example/lesson/digits/mnist"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// A Probe answers a question about a network for each of some images, which are given as
// the network is given them: [28, 28] values, as [mnist.Set.Values] returns them.
// An answer is its numbers in a row.
type Probe func(images [][]float32) ([][]float32, error)

// Probe compiles a question about the network with its weights. ask is given the images
// x [n, 1, 28, 28] and the layers, and returns a node with an answer for each image,
// [n, …]: the output of a layer, or with graph.Gradient how it changes with the pixels.
// At most 250 images are in a graph at once.
func (c *Classifier) Probe(ask func(x *graph.Node, layers []Layer) *graph.Node) (Probe, error) {
	exec, err := c.compile(ask)
	if err != nil {
		return nil, err
	}
	return func(images [][]float32) (answers [][]float32, err error) {
		for some := range slices.Chunk(images, evalBatch) {
			list, err := probe(exec, some)
			if err != nil {
				return nil, err
			}
			answers = append(answers, list...)
		}
		return answers, nil
	}, nil
}

// compile compiles a question. The logits are computed as well: compute v0.1.6 in pure Go fails
// on a variable that no output uses.
func (c *Classifier) compile(ask func(x *graph.Node, layers []Layer) *graph.Node) (*model.Exec, error) {
	return model.NewExec(c.backend, c.store, func(scope *model.Scope, x *graph.Node) (answer, logits *graph.Node) {
		layers := c.model(scope, x)
		return ask(x, layers), last(layers)
	})
}

// probe answers for as many images as a graph takes.
func probe(exec *model.Exec, images [][]float32) ([][]float32, error) {
	for i, image := range images {
		if len(image) != mnist.Pixels {
			return nil, fmt.Errorf("image %d has %d values: an image has %d", i, len(image), mnist.Pixels)
		}
	}
	n := len(images)
	x := tensors.FromFlatDataAndDimensions(slices.Concat(images...), n, 1, mnist.Side, mnist.Side)
	out, _, err := exec.Call2(x)
	if err != nil {
		return nil, err
	}
	flat, err := tensors.CopyFlatData[float32](out)
	if err != nil {
		return nil, err
	}
	if out.Rank() == 0 || out.Shape().Dimensions[0] != n {
		return nil, fmt.Errorf("the answer to %d images is %s: return one for each, [%d, …]", n, out.Shape(), n)
	}
	return slices.Collect(slices.Chunk(flat, len(flat)/n)), nil
}
