package lesson

import (
	"cmp"
	"fmt"
	"slices"

	"convnet.example/lesson/digits/mnist"
)

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
