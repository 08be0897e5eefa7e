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
	shards []shard // one for each device
	size   int     // images that it may have
	n      int     // images in it
}

// A shard is the part of a batch that one device computes. All have the same size, so that there
// may be room for more images than a batch has.
type shard struct {
	inputs []*tensors.Tensor // as the form wants them
	labels *tensors.Tensor   // [size] int32, negative where the shard has no image
}

// A feed makes batches for a form of a network.
type feed struct {
	backend compute.Backend
	form    form
	devices int
}

func (c *Classifier) feed(devices int) feed { return feed{c.backend, c.form, devices} }

// ahead is how many batches may lie ready while a step runs; one more is being filled.
const ahead = 2

// load yields the digits in batches of that size, in the order given (nil: as they
// are), from a position on. A goroutine prepares them ahead of time and is gone when the loop ends.
func (f feed) load(d *mnist.Set, order []int, begin, size int) iter.Seq[batch] {
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
				if b.shards == nil {
					b = f.newBatch(size)
				}
				b.fill(f.form, d, order, from)
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

func (f feed) newBatch(size int) batch {
	b := batch{size: size}
	for device := range f.devices {
		b.shards = append(b.shards, f.newShard(device, (size+f.devices-1)/f.devices))
	}
	return b
}

func (f feed) newShard(device, size int) (s shard) {
	list := f.shardShapes(size)
	for _, shape := range list[:len(list)-1] {
		s.inputs = append(s.inputs, f.newTensor(device, shape))
	}
	s.labels = f.newTensor(device, list[len(list)-1])
	return s
}

// shardShapes are the shapes of a shard's inputs and, last, of its labels.
func (f feed) shardShapes(size int) (list []shapes.Shape) {
	for _, dims := range f.form.Shapes(size) {
		list = append(list, shapes.Make(dtypes.Float32, dims...))
	}
	return append(list, shapes.Make(dtypes.Int32, size))
}

// newTensor returns a tensor that lies in the device's memory, where the backend allows that.
func (f feed) newTensor(device int, shape shapes.Shape) *tensors.Tensor {
	if t, err := tensors.FromShapeForBackend(f.backend, compute.DeviceNum(device), shape); err == nil {
		return t
	}
	return tensors.FromShape(shape)
}

// fill writes the images from position from of the order on.
func (b *batch) fill(f form, d *mnist.Set, order []int, from int) {
	end := min(from+b.size, d.Len())
	b.n = end - from
	for _, s := range b.shards {
		from += s.fill(f, d, order, from, end)
	}
}

// fill writes the images between two positions of the order, as many as there is room for, and
// returns their number.
func (s shard) fill(f form, d *mnist.Set, order []int, from, end int) int {
	images, digits := pick(d, order, from, min(from+s.labels.Size(), end))
	tensors.MustMutableFlatData(s.labels, func(labels []int32) {
		for i := range labels {
			labels[i] = -1
		}
		for i, digit := range digits {
			labels[i] = int32(digit)
		}
	})
	write(s.inputs, func(inputs [][]float32) { f.Fill(inputs, images) })
	return len(images)
}

// pick returns the images between two positions of the order, and their labels.
func pick(d *mnist.Set, order []int, from, end int) (images [][]byte, labels []byte) {
	images, labels = make([][]byte, 0, end-from), make([]byte, 0, end-from)
	for at := from; at < end; at++ {
		i := at
		if order != nil {
			i = order[at]
		}
		images, labels = append(images, d.Image(i)), append(labels, d.Labels[i])
	}
	return images, labels
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

// args are the inputs as GoMLX takes them, and the labels, for one device after the other.
func (b batch) args() []any {
	var args []any
	for _, s := range b.shards {
		args = append(args, s.args(s.labels)...)
	}
	return args
}

// args are the inputs as GoMLX takes them, and what comes behind.
func (s shard) args(more ...any) []any {
	var args []any
	for _, input := range s.inputs {
		args = append(args, input)
	}
	return append(args, more...)
}
