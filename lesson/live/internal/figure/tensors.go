package figure

import (
	"math"
	"slices"

	"convnet.example/lesson/safetensors"
	"convnet.example/lesson/say"
)

// A taker takes tensors out of a file, and keeps the first error.
type taker struct {
	tensors map[string]safetensors.Tensor
	err     error
}

// take returns the numbers of a tensor of that name and shape: always as many as the shape
// says.
func (t *taker) take(name string, shape ...int) []float64 {
	size := 1
	for _, n := range shape {
		size *= n
	}
	values := make([]float64, size)
	tensor, found := t.tensors[name]
	switch {
	case t.err != nil:
	case !found:
		t.err = say.Errorf("the file has no %s: its weights are another network's", "文件里没有 %s：这是另一个网络的权重", name)
	case tensor.Integers || !slices.Equal(tensor.Shape, shape):
		t.err = say.Errorf("%s has shape %v, and the lecture's network needs %v", "%s 的形状是 %v，而视频课的网络需要 %v", name, tensor.Shape, shape)
	default:
		for i, v := range tensor.Data {
			values[i] = float64(v)
			if t.err == nil && (math.IsNaN(values[i]) || math.IsInf(values[i], 0)) {
				t.err = say.Errorf("number %d of %s is %v: a training that diverged saved it", "%[2]s 的第 %[1]d 个数是 %[3]v：保存它的那次训练已经发散", i, name, v)
			}
		}
	}
	return values
}

// rows cuts numbers into rows of that width.
func rows(values []float64, width int) [][]float64 {
	return slices.Collect(slices.Chunk(values, width))
}

// blocks cuts numbers into blocks of planes × side × side.
func blocks(values []float64, planes, side int) (list [][][][]float64) {
	squares := slices.Collect(slices.Chunk(rows(values, side), side))
	return slices.Collect(slices.Chunk(squares, planes))
}
