package lesson

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"convnet.example/lesson/digits/mnist"
	"github.com/gomlx/compute/dtypes"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// FeatureMaps returns what comes out of a layer for one image [28, 28]: the channels,
// [c, h, w]. A layer without rows and columns gives a single row, [1, 1, features].
func (c *Classifier) FeatureMaps(layer string, image []byte) ([][][]float64, error) {
	i := slices.IndexFunc(c.Layers, func(l Layer) bool { return l.Name == layer })
	if i < 0 {
		return nil, fmt.Errorf("no layer is called %q: the network has %s", layer, layerNames(c.Layers))
	}
	if len(image) != mnist.Pixels {
		return nil, fmt.Errorf("an image has %d pixels: got %d", mnist.Pixels, len(image))
	}
	x := tensors.FromShape(shapes.Make(dtypes.Float32, 1, 1, mnist.Side, mnist.Side))
	tensors.MustMutableFlatData(x, func(flat []float32) { plain{}.Fill([][]float32{flat}, [][]byte{image}) })
	exec, err := c.outputOf(i)
	if err != nil {
		return nil, err
	}
	y, _, err := exec.Call2(x)
	if err != nil {
		return nil, err
	}
	return channelsOf(y)
}

// outputOf returns what computes the output of layer i for one image, [1, c, h, w]. It is
// compiled once.
func (c *Classifier) outputOf(i int) (*model.Exec, error) {
	if exec := c.outputs[i]; exec != nil {
		return exec, nil
	}
	exec, err := c.compile(func(_ *graph.Node, layers []Layer) *graph.Node {
		y := layers[i].Output
		if y.Rank() != 4 {
			y = graph.Reshape(y, 1, 1, 1, -1)
		}
		return y
	})
	if err == nil {
		c.outputs[i] = exec
	}
	return exec, err
}

func layerNames(layers []Layer) string {
	list := make([]string, len(layers))
	for i, l := range layers {
		list[i] = l.Name
	}
	return fmt.Sprint(list)
}

// channelsOf returns the channels of the only image of y [1, c, h, w].
func channelsOf(y *tensors.Tensor) ([][][]float64, error) {
	value, ok := y.Value().([][][][]float32)
	if !ok || len(value) != 1 {
		return nil, errors.New("the layer gives no floats")
	}
	channels := make([][][]float64, len(value[0]))
	for c, rows := range value[0] {
		channels[c] = make([][]float64, len(rows))
		for i, row := range rows {
			channels[c][i] = float64s(row)
		}
	}
	return channels, nil
}

// Kernels returns the kernels of a convolution, [out·in, k, k], for [picture.MapSheet].
func (c *Classifier) Kernels(layer string) ([][][]float64, error) {
	weight, ok := c.arrays()[layer+".weight"]
	if !ok || len(weight.Shape) != 4 {
		return nil, fmt.Errorf("no convolution is called %q: the network has %s", layer, layerNames(c.Layers))
	}
	var kernels [][][]float64
	for flat := range slices.Chunk(weight.Data, weight.Shape[2]*weight.Shape[3]) {
		var kernel [][]float64
		for row := range slices.Chunk(flat, weight.Shape[3]) {
			kernel = append(kernel, float64s(row))
		}
		kernels = append(kernels, kernel)
	}
	return kernels, nil
}

func float64s(row []float32) []float64 {
	list := make([]float64, len(row))
	for i, v := range row {
		list[i] = float64(v)
	}
	return list
}

// A Place is a number in the feature map of an image.
type Place struct {
	Image, Row, Column int
	Value              float64
}

// Strongest returns the place in each image where a channel of a layer is largest, the largest
// of all first: what the channel is looking for. See picture.Patch for what lies there.
func (c *Classifier) Strongest(layer string, channel int, d *mnist.Set) ([]Place, error) {
	list := make([]Place, d.Len())
	for i := range list {
		maps, err := c.FeatureMaps(layer, d.Image(i))
		if err != nil {
			return nil, err
		}
		if channel < 0 || channel >= len(maps) {
			return nil, fmt.Errorf("%s has no channel %d: it has %d, from 0", layer, channel, len(maps))
		}
		list[i] = largestOf(maps[channel])
		list[i].Image = i
	}
	slices.SortStableFunc(list, func(a, b Place) int { return cmp.Compare(b.Value, a.Value) })
	return list, nil
}

// largestOf returns the place of the largest number of a map, the first if several are equal.
func largestOf(m [][]float64) Place {
	best := Place{Value: m[0][0]}
	for row := range m {
		for column, v := range m[row] {
			if v > best.Value {
				best = Place{Row: row, Column: column, Value: v}
			}
		}
	}
	return best
}
