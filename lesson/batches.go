package lesson

import (
	"iter"

	"convnet.example/lesson/digits/mnist"
	"github.com/gomlx/compute"
	"github.com/gomlx/compute/dtypes"
	"github.com/gomlx/compute/shapes"
	"github.com/gomlx/gomlx/core/tensors"
)

// A batch is what a step is fed. It may be reused once the next one is asked for.
type batch struct {
	inputs []*tensors.Tensor // as the form wants them
	labels *tensors.Tensor   // [size] int32, negative where the batch has no image
	n      int               // images in it
}

// ahead is how many batches may lie ready while a step runs; one more is being filled.
const ahead = 2

// load yields the digits in batches of that size, in the order given (nil: as they
// are), from a position on. A goroutine prepares them ahead of time and is gone when the loop ends.
func load(backend compute.Backend, f form, d *mnist.Set, order []int, begin, size int) iter.Seq[batch] {
	return func(yield func(batch) bool) {
		ready, free, done := make(chan batch, ahead), make(chan batch, ahead+2), make(chan struct{})
		defer close(done)
		for range min(ahead+2, (d.Len()+size-1)/size) {
			free <- batch{}
		}
		go func() {
			defer close(ready)
			for from := begin; from < d.Len(); from += size {
				b := <-free
				if b.inputs == nil {
					b = newBatch(backend, f, size)
				}
				b.fill(f, d, order, from)
				select {
				case ready <- b:
				case <-done:
					return
				}
			}
		}()
		for b := range ready {
			if !yield(b) {
				return
			}
			free <- b
		}
	}
}

func newBatch(backend compute.Backend, f form, size int) (b batch) {
	all := batchShapes(f, size)
	for _, shape := range all[:len(all)-1] {
		b.inputs = append(b.inputs, newTensor(backend, shape))
	}
	b.labels = newTensor(backend, all[len(all)-1])
	return b
}

// batchShapes are the shapes of a batch's inputs and, last, of its labels.
func batchShapes(f form, size int) (list []shapes.Shape) {
	for _, dims := range f.Shapes(size) {
		list = append(list, shapes.Make(dtypes.Float32, dims...))
	}
	return append(list, shapes.Make(dtypes.Int32, size))
}

// newTensor returns a tensor that lies in the backend's memory, where it allows that.
func newTensor(backend compute.Backend, shape shapes.Shape) *tensors.Tensor {
	if t, err := tensors.FromShapeForBackend(backend, 0, shape); err == nil {
		return t
	}
	return tensors.FromShape(shape)
}

// fill writes the images from position from of the order on.
func (b *batch) fill(f form, d *mnist.Set, order []int, from int) {
	var images [][]byte
	tensors.MustMutableFlatData(b.labels, func(labels []int32) {
		for i := range labels {
			labels[i] = -1
			if from+i >= d.Len() {
				continue
			}
			at := from + i
			if order != nil {
				at = order[at]
			}
			labels[i] = int32(d.Labels[at])
			images = append(images, d.Image(at))
		}
	})
	b.n = len(images)
	write(b.inputs, func(inputs [][]float32) { f.Fill(inputs, images) })
}

// write gives access to the numbers of several tensors at once.
func write(list []*tensors.Tensor, access func([][]float32)) {
	if len(list) == 0 {
		access(nil)
		return
	}
	tensors.MustMutableFlatData(list[0], func(first []float32) {
		write(list[1:], func(rest [][]float32) { access(append([][]float32{first}, rest...)) })
	})
}

// args are the inputs as GoMLX takes them, and what comes behind.
func (b batch) args(more ...any) []any {
	var args []any
	for _, input := range b.inputs {
		args = append(args, input)
	}
	return append(args, more...)
}
