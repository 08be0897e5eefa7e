package byhand

// A block is a convolution, its pooling and its ReLU. Its input lies as [rows, columns, in] and
// its output as [rows, columns, out], so that a row of a window lies in one piece.
type block struct {
	in, out, kernel int
	side            int // rows and columns of the input
	size            int // rows and columns of the output
	run             int // what the loops take as a row of a window: kernel·in numbers and up to seven more
}

func newBlock(in int, c Conv, side int) block {
	return block{in: in, out: c.Out, kernel: c.Kernel, side: side, size: (side - c.Kernel + 1) / 2, run: whole(c.Kernel * in)}
}

// lanes is how many numbers the inner loops take at once.
const lanes = 8

// whole is the next multiple of lanes.
func whole(n int) int { return (n + lanes - 1) / lanes * lanes }

func (b *block) line() int    { return b.side * b.in } // numbers in a row of the input
func (b *block) inputs() int  { return b.side * b.side * b.in }
func (b *block) outputs() int { return b.size * b.size * b.out }
func (b *block) weights() int { return b.out * b.in * b.kernel * b.kernel }

// room is what n numbers need: the loops read and write beyond their end, and nobody looks at
// what they find there.
func room(n int) int { return n + lanes }

// corner is the index, in the input, of the first number of the windows of output p.
func (b *block) corner(p int) int { return (p/b.size*b.side + p%b.size) * 2 * b.in }

// places are how far the four windows of a pooled value are from its corner: top left, top right,
// bottom left, bottom right.
func (b *block) places() [4]int { return [4]int{0, b.in, b.line(), b.line() + b.in} }

// kernels are a block's weights in the orders of the way forward and the way back.
type kernels struct {
	eights [][]float32 // of each eight output channels: [kernel, kernel·in, 8]
	bias   []float32   // for whole eights
	rows   [][]float32 // of each output channel: [kernel, run]
}

func (b *block) layOut(weight, bias []float32) (k kernels) {
	k.bias = make([]float32, whole(b.out))
	copy(k.bias, bias)
	for range len(k.bias) / lanes {
		k.eights = append(k.eights, make([]float32, room(b.kernel*b.kernel*b.in*lanes)))
	}
	for range b.out {
		k.rows = append(k.rows, make([]float32, room(b.kernel*b.run)))
	}
	b.each(func(flat, o, i, at int) {
		k.rows[o][i*b.run+at] = weight[flat]
		k.eights[o/lanes][(i*b.kernel*b.in+at)*lanes+o%lanes] = weight[flat]
	})
	return k
}

// each calls f for every weight: its index in PyTorch's order, its output channel, its row in
// the kernel, and its place there.
func (b *block) each(f func(flat, o, i, at int)) {
	for o := range b.out {
		for c := range b.in {
			for i := range b.kernel {
				for j := range b.kernel {
					f(((o*b.in+c)*b.kernel+i)*b.kernel+j, o, i, j*b.in+c)
				}
			}
		}
	}
}

// nowhere is where a value came from that ReLU cut off.
const nowhere = -1

// forward computes the outputs y, and for each the window of x that it came from: the index of
// its first number, or nowhere.
func (b *block) forward(k kernels, x, y []float32, from []int32) {
	if simd {
		b.forwardSIMD(k, x, y, from)
		return
	}
	places := b.places()
	var values [4][lanes]float32
	for p := range b.size * b.size {
		corner := b.corner(p)
		for first := 0; first < b.out; first += lanes {
			b.convolve(&values, x[corner:], k.eights[first/lanes], k.bias[first:])
			for o := range min(lanes, b.out-first) {
				best, place := values[0][o], places[0]
				for i, v := range values {
					if v[o] > best {
						best, place = v[o], places[i]
					}
				}
				at := p*b.out + first + o
				y[at], from[at] = best, int32(corner+place)
				if best <= 0 { // not if it is no number: that must show in the loss
					y[at], from[at] = 0, nowhere
				}
			}
		}
	}
}

// convolve computes eight channels of the four values that a pooling looks at.
func (b *block) convolve(values *[4][lanes]float32, x, kernels, bias []float32) {
	row, line := b.kernel*b.in, b.line()
	for i := range values {
		copy(values[i][:], bias)
	}
	for i := range b.kernel {
		top, bottom := x[i*line:][:row+b.in], x[(i+1)*line:][:row+b.in]
		for t := range row {
			k := (*[lanes]float32)(kernels[(i*row+t)*lanes:])
			x0, x1, x2, x3 := top[t], top[t+b.in], bottom[t], bottom[t+b.in]
			for o := range lanes {
				values[0][o] += x0 * k[o]
				values[1][o] += x1 * k[o]
				values[2][o] += x2 * k[o]
				values[3][o] += x3 * k[o]
			}
		}
	}
}

// A slope is the gradients of a block's weights, in the order of kernels.rows.
type slope struct {
	rows [][]float32
	bias []float32
}

// backward adds to d what the gradient dy of an image's outputs makes of it, and writes the
// gradient of x into dx, unless that is nil.
func (b *block) backward(k kernels, x, dy []float32, from []int32, d slope, dx []float32) {
	clear(dx)
	for at := 0; at < b.outputs(); at += b.out {
		for o := range d.bias {
			if from[at+o] != nowhere {
				d.bias[o] += dy[at+o]
			}
		}
	}
	if simd {
		b.backwardSIMD(k, x, dy, from, d, dx)
		return
	}
	for o := range b.out {
		for at := o; at < b.outputs(); at += b.out {
			if from[at] != nowhere && dy[at] != 0 {
				b.back(d.rows[o], k.rows[o], x, dx, int(from[at]), dy[at])
			}
		}
	}
}

// back goes from one output of gradient g back to the window that begins at start.
func (b *block) back(dKernel, kernel, x, dx []float32, start int, g float32) {
	for i := range b.kernel {
		at := start + i*b.line()
		addTimes(dKernel[i*b.run:][:b.run], x[at:], g)
		if dx != nil {
			addTimes(dx[at:][:b.run], kernel[i*b.run:], g)
		}
	}
}
