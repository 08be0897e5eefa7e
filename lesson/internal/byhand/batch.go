package byhand

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// groups is how many groups a batch is divided into. Each has gradients of its own, which are
// added up in order: so no sum depends on how many cores there are.
const groups = 8

// slopes are the gradients of all weights, in the orders of the loops.
type slopes struct {
	conv1, conv2 slope
	linear       [][]float32
	bias         []float32
	all          []float32 // all that these are parts of
}

func (n *Network) newSlopes() *slopes {
	sizes := []struct{ rows, length int }{
		{n.conv1.out, n.conv1.kernel * n.conv1.run}, {1, n.conv1.out},
		{n.conv2.out, n.conv2.kernel * n.conv2.run}, {1, n.conv2.out},
		{classes, n.features()}, {1, classes},
	}
	total := 0
	for _, size := range sizes {
		total += size.rows * size.length
	}
	d := &slopes{all: make([]float32, total)}
	rest := d.all
	var parts [][][]float32
	for _, size := range sizes {
		var rows [][]float32
		for range size.rows {
			rows, rest = append(rows, rest[:size.length]), rest[size.length:]
		}
		parts = append(parts, rows)
	}
	d.conv1, d.conv2 = slope{parts[0], parts[1][0]}, slope{parts[2], parts[3][0]}
	d.linear, d.bias = parts[4], parts[5][0]
	return d
}

// Learner has the room that the steps of a training need.
type Learner struct {
	network   *Network
	images    []*image // one for each goroutine
	slopes    [groups]*slopes
	losses    [groups]float64
	gradients Weights
}

// NewLearner returns one that uses all cores.
func (n *Network) NewLearner() *Learner {
	l := &Learner{network: n, gradients: n.NewWeights()}
	for range workers() {
		l.images = append(l.images, n.newImage())
	}
	for i := range l.slopes {
		l.slopes[i] = n.newSlopes()
	}
	return l
}

// workers is how many goroutines can really run at once: GOMAXPROCS alone may be set higher.
func workers() int { return min(runtime.GOMAXPROCS(0), runtime.NumCPU(), groups) }

// Gradients returns the mean loss of the images, and its gradients, until the next call.
func (l *Learner) Gradients(w Weights, images [][]byte, labels []byte) (loss float64, gradients Weights) {
	n, layout := l.network, l.network.layOut(w)
	share(groups, len(l.images), func(worker, group int) {
		d, m := l.slopes[group], l.images[worker]
		clear(d.all)
		l.losses[group] = 0
		for i := group * len(images) / groups; i < (group+1)*len(images)/groups; i++ {
			n.forward(layout, m, images[i])
			l.losses[group] += n.backward(layout, m, int(labels[i]), len(images), d)
		}
	})
	d := l.slopes[0]
	for i, other := range l.slopes {
		if i > 0 {
			addTimes(d.all, other.all, 1)
		}
		loss += l.losses[i] / float64(len(images))
	}
	n.collect(d, l.gradients)
	return loss, l.gradients
}

// collect puts gradients into PyTorch's order.
func (n *Network) collect(d *slopes, w Weights) {
	n.conv1.each(func(flat, o, i, at int) { w[0][flat] = d.conv1.rows[o][i*n.conv1.run+at] })
	n.conv2.each(func(flat, o, i, at int) { w[2][flat] = d.conv2.rows[o][i*n.conv2.run+at] })
	for class, row := range d.linear {
		for i, v := range row {
			w[4][n.flat(class, i)] = v
		}
	}
	copy(w[1], d.conv1.bias)
	copy(w[3], d.conv2.bias)
	copy(w[5], d.bias)
}

// share does jobs side by side, each once, on so many goroutines. It panics with what one of
// them panicked with, where the caller can recover.
func share(jobs, workers int, do func(worker, job int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	failed := make(chan any, workers)
	for worker := range workers {
		wait.Go(func() {
			defer func() {
				if cause := recover(); cause != nil {
					failed <- cause
				}
			}()
			for job := int(next.Add(1)) - 1; job < jobs; job = int(next.Add(1)) - 1 {
				do(worker, job)
			}
		})
	}
	wait.Wait()
	select {
	case cause := <-failed:
		panic(cause)
	default:
	}
}

// A Reader has weights of its own and reads with them.
type Reader struct {
	network *Network
	layout  *layout
}

// NewReader copies the weights.
func (n *Network) NewReader(w Weights) *Reader { return &Reader{n, n.layOut(w)} }

// Logits computes the logits of each image.
func (r *Reader) Logits(images [][]byte) [][]float32 {
	const some = 16
	rooms, logits := make([]*image, workers()), make([][]float32, len(images))
	share((len(images)+some-1)/some, len(rooms), func(worker, job int) {
		if rooms[worker] == nil {
			rooms[worker] = r.network.newImage()
		}
		m := rooms[worker]
		for i := job * some; i < min((job+1)*some, len(images)); i++ {
			r.network.forward(r.layout, m, images[i])
			for _, z := range m.logits {
				logits[i] = append(logits[i], float32(z))
			}
		}
	})
	return logits
}
