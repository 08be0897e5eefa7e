package figure

import (
	"io"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/safetensors"
	"convnet.example/lesson/say"
)

// The windows of the lecture's network.
var (
	convolution = conv.Window{Kernel: 5}
	pooling     = conv.Pool(2)
)

// A Network is the lecture's network as plain loops, with the weights of a file.
type Network struct {
	conv1, conv2 kernels
	weight       [][]float64 // of fc [10, 320]
	bias         []float64
}

// kernels are a convolution's weight [out, in, 5, 5] and bias [out].
type kernels struct {
	weight [][][][]float64
	bias   []float64
}

// LargestFile is how many bytes of a file ReadNetwork reads: thirty times what the weights
// take.
const LargestFile = 1 << 20

// ReadNetwork reads the weights from a safetensors file. Its error says in words what is
// wrong with it.
func ReadNetwork(r io.Reader) (*Network, error) {
	limited := &io.LimitedReader{R: r, N: LargestFile}
	tensors, _, err := safetensors.Read(limited)
	if limited.N == 0 {
		return nil, say.Errorf("the file is larger than %d bytes, and the network's weights take 34,432", "文件超过 %d 字节，而这个网络的权重只有 34,432 字节", LargestFile)
	} else if err != nil {
		return nil, err
	}
	t := taker{tensors: tensors}
	n := &Network{
		conv1:  kernels{blocks(t.take("conv1.weight", 10, 1, 5, 5), 1, 5), t.take("conv1.bias", 10)},
		conv2:  kernels{blocks(t.take("conv2.weight", 20, 10, 5, 5), 10, 5), t.take("conv2.bias", 20)},
		weight: rows(t.take("fc.weight", 10, 320), 320),
		bias:   t.take("fc.bias", 10),
	}
	if t.err != nil {
		return nil, t.err
	}
	return n, nil
}

// Run computes the network on an image [28, 28].
func (n *Network) Run(img []byte) *Activations {
	a := &Activations{Image: normalized(img)}
	a.Conv1 = n.conv1.correlate([][][]float64{a.Image})
	a.Relu1 = pooled(a.Conv1)
	a.Conv2 = n.conv2.correlate(a.Relu1)
	a.Relu2 = pooled(a.Conv2)
	var features []float64
	for _, m := range a.Relu2 {
		for _, row := range m {
			features = append(features, row...)
		}
	}
	for i, row := range n.weight {
		sum := n.bias[i]
		for k, w := range row {
			sum += w * features[k]
		}
		a.Logits = append(a.Logits, sum)
	}
	a.Probabilities = softmax(a.Logits)
	return a
}

// correlate returns the maps of the images, [in, h, w] → [out, h−4, w−4].
func (k kernels) correlate(images [][][]float64) (maps [][][]float64) {
	for c, weight := range k.weight {
		m := conv.CorrelateChannels(images, weight, convolution)
		for _, row := range m {
			for j := range row {
				row[j] += k.bias[c]
			}
		}
		maps = append(maps, m)
	}
	return maps
}

// pooled returns the maps behind pooling and ReLU.
func pooled(maps [][][]float64) (list [][][]float64) {
	for _, m := range maps {
		p := conv.MaxPool(m, pooling)
		for _, row := range p {
			for j := range row {
				row[j] = max(0, row[j])
			}
		}
		list = append(list, p)
	}
	return list
}

// normalized is the image as the network is given it.
func normalized(img []byte) [][]float64 {
	values := make([]float64, len(img))
	for i, pixel := range img {
		values[i] = float64(mnist.Normalize(pixel))
	}
	return rows(values, mnist.Side)
}
