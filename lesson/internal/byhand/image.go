package byhand

import (
	"math"

	"convnet.example/lesson/digits/mnist"
	"gonum.org/v1/gonum/floats"
)

// An image is room for what a network makes of one image, and for the gradients of that.
type image struct {
	x, y1, y2    []float32
	dy1, dy2     []float32
	from1, from2 []int32 // see block.forward
	logits       []float64
}

func (n *Network) newImage() *image {
	numbers := func(n int) []float32 { return make([]float32, room(n)) }
	return &image{
		x: numbers(n.conv1.inputs()), y1: numbers(n.conv2.inputs()), y2: numbers(n.features()),
		dy1: numbers(n.conv2.inputs()), dy2: numbers(n.features()),
		from1: make([]int32, room(n.conv1.outputs())), from2: make([]int32, room(n.features())),
		logits: make([]float64, classes),
	}
}

// forward computes the logits of an image.
func (n *Network) forward(l *layout, m *image, pixels []byte) {
	for i, pixel := range pixels {
		m.x[i] = mnist.Normalize(pixel)
	}
	n.conv1.forward(l.conv1, m.x, m.y1, m.from1)
	n.conv2.forward(l.conv2, m.y1, m.y2, m.from2)
	for class, weights := range l.linear {
		m.logits[class] = float64(l.bias[class] + dot(weights, m.y2))
	}
}

// backward adds to d what an image, after forward, makes of the gradients of the mean loss of so
// many images, and returns its loss: cross entropy, −log softmax(logits)[label].
func (n *Network) backward(l *layout, m *image, label, images int, d *slopes) (loss float64) {
	logSum := floats.LogSumExp(m.logits)
	clear(m.dy2)
	for class, z := range m.logits {
		dz := math.Exp(z - logSum) // softmax
		if class == label {
			dz--
		}
		g := float32(dz / float64(images))
		d.bias[class] += g
		addTimes(d.linear[class], m.y2, g)
		addTimes(m.dy2[:n.features()], l.linear[class], g)
	}
	n.conv2.backward(l.conv2, m.y1, m.dy2, m.from2, d.conv2, m.dy1)
	n.conv1.backward(l.conv1, m.x, m.dy1, m.from1, d.conv1, nil)
	return logSum - m.logits[label]
}
