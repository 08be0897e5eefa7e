package lesson

import (
	"fmt"
	"slices"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/byhand"
	"github.com/gomlx/compute"
	"github.com/gomlx/compute/dtypes"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
	"gonum.org/v1/gonum/floats"
)

// evalBatch is how many images a network without a gradient is given at once.
const evalBatch = 250

// A Classifier is a network with weights.
type Classifier struct {
	Layers []Layer // for one image

	model   Model
	form    form
	hand    *byhand.Network // nil unless it is computed by hand
	backend compute.Backend
	store   *model.Store
	eval    *model.Exec
	outputs map[int]*model.Exec // by layer: see FeatureMaps
}

// NewClassifier gives the model weights that depend on the seed alone, on the backend
// that [Backend] chooses.
func NewClassifier(m Model, seed int64) (*Classifier, error) {
	backend, err := Backend()
	if err != nil {
		return nil, err
	}
	c := &Classifier{model: m, backend: backend, store: model.NewStore(), outputs: map[int]*model.Exec{}}
	c.store.RootScope().SetParam(seedParam, seed)
	if err := c.build(); err != nil {
		return nil, fmt.Errorf("the network cannot be built: %w", err)
	}
	c.eval, err = model.NewExec(backend, c.store, c.form.Logits)
	return c, err
}

// build runs the model once, on the graph of a single image that is never computed:
// that makes the weights and tells the shapes.
func (c *Classifier) build() error {
	return try(func() {
		g := graph.NewGraph(c.backend, "layers")
		x := graph.Parameter(g, "x", shapes.Make(dtypes.Float32, 1, 1, mnist.Side, mnist.Side))
		c.Layers = c.model(c.store.RootScope(), x)
		checkLayers(c.Layers)
		c.form, c.hand = formOf(c.model, x, c.Layers, c.backend)
	})
}

func checkLayers(layers []Layer) {
	if len(layers) == 0 {
		panicf("a model returns its layers: got none")
	}
	if logits := last(layers); !slices.Equal(logits.Shape().Dimensions, []int{1, 10}) {
		panicf("the last layer gives ten logits for each image, [n, 10]: for one image got %s", logits.Shape())
	}
}

// Logits returns the network's ten outputs for each image: [n, 10].
func (c *Classifier) Logits(d *mnist.Set) ([][]float32, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	if c.hand != nil {
		return c.logitsByHand(d)
	}
	logits := make([][]float32, 0, d.Len())
	for b := range c.feed(1).load(d, nil, 0, evalSize(d.Len())) {
		out, err := c.eval.Call1(b.shards[0].args()...)
		if err != nil {
			return nil, err
		}
		flat, err := tensors.CopyFlatData[float32](out)
		if err != nil {
			return nil, err
		}
		for row := range slices.Chunk(flat[:10*b.n], 10) {
			logits = append(logits, row)
		}
	}
	return logits, nil
}

// evalSize returns how many images are read at once of n. Every size is compiled for
// itself, so there are few.
func evalSize(n int) int {
	size := 1
	for size < n {
		size *= 4
	}
	return min(size, evalBatch)
}

// Predict returns the digit that the network takes each image for.
func (c *Classifier) Predict(d *mnist.Set) ([]byte, error) {
	logits, err := c.Logits(d)
	predicted := make([]byte, len(logits))
	for i, row := range logits {
		predicted[i] = byte(argMax(row))
	}
	return predicted, err
}

func argMax(row []float32) int {
	best := 0
	for i, v := range row {
		if v > row[best] {
			best = i
		}
	}
	return best
}

// Loss returns the mean of −log softmax(logits)[label] over the digits: [CrossEntropy].
func (c *Classifier) Loss(d *mnist.Set) (float64, error) {
	logits, err := c.Logits(d)
	mean := 0.0
	for i, row := range logits {
		z := float64s(row)
		mean += (floats.LogSumExp(z) - z[d.Labels[i]]) / float64(len(logits))
	}
	return mean, err
}

// Test reads the digits and counts how many it gets right.
func (c *Classifier) Test(d *mnist.Set) (Accuracy, error) {
	predicted, err := c.Predict(d)
	if err != nil {
		return Accuracy{}, err
	}
	return NewAccuracy(d.Labels, predicted), nil
}
