//go:build amd64 && goexperiment.simd

package byhand

import (
	"simd/archsimd"
	"unsafe"
)

// simd tells whether the loops here are used: the processor has the instructions for them.
var simd = archsimd.X86.AVX2() && archsimd.X86.FMA()

// forwardSIMD is forward with eight channels in a register, for the four windows of two outputs
// at once: a processor begins eight multiplications before it has the result of the first.
//
// The last eight channels may be more than the block has. What is too much is written over the
// next output, and so the last eight come first, before what belongs there.
func (b *block) forwardSIMD(k kernels, x, y []float32, from []int32) {
	defer archsimd.ClearAVXUpperBits()
	row, line, last := b.kernel*b.in, b.line(), b.size*b.size-1
	right, down := 4*b.in, 4*line
	var places [4]archsimd.Int32x8
	for i, place := range b.places() {
		places[i] = archsimd.BroadcastInt32x8(int32(place))
	}
	for p := 0; p <= last; p += 2 {
		q := min(p+1, last)
		cornerP, cornerQ := b.corner(p), b.corner(q)
		_ = x[cornerQ+b.kernel*line+row+b.in-1] // the last number that is read
		for eight := len(k.eights) - 1; eight >= 0; eight-- {
			p0 := archsimd.LoadFloat32x8((*[lanes]float32)(k.bias[eight*lanes:]))
			p1, p2, p3, q0, q1, q2, q3 := p0, p0, p0, p0, p0, p0, p0
			weights := unsafe.Pointer(unsafe.SliceData(k.eights[eight]))
			for i := range b.kernel {
				xp, xq := unsafe.Pointer(&x[cornerP+i*line]), unsafe.Pointer(&x[cornerQ+i*line])
				for range row {
					w := archsimd.LoadFloat32x8((*[lanes]float32)(weights))
					p0 = spread(xp).MulAdd(w, p0)
					p1 = spread(unsafe.Add(xp, right)).MulAdd(w, p1)
					p2 = spread(unsafe.Add(xp, down)).MulAdd(w, p2)
					p3 = spread(unsafe.Add(xp, down+right)).MulAdd(w, p3)
					q0 = spread(xq).MulAdd(w, q0)
					q1 = spread(unsafe.Add(xq, right)).MulAdd(w, q1)
					q2 = spread(unsafe.Add(xq, down)).MulAdd(w, q2)
					q3 = spread(unsafe.Add(xq, down+right)).MulAdd(w, q3)
					xp, xq, weights = unsafe.Add(xp, 4), unsafe.Add(xq, 4), unsafe.Add(weights, 4*lanes)
				}
			}
			at := p*b.out + eight*lanes
			largest(p0, p1, p2, p3, places, cornerP, y[at:], from[at:])
			at = q*b.out + eight*lanes
			largest(q0, q1, q2, q3, places, cornerQ, y[at:], from[at:])
		}
	}
}

// spread has the number at x in all eight places.
func spread(x unsafe.Pointer) archsimd.Float32x8 { return archsimd.BroadcastFloat32x8(*(*float32)(x)) }

// largest writes, of eight channels, the largest of four values and where it came from.
func largest(v0, v1, v2, v3 archsimd.Float32x8, places [4]archsimd.Int32x8, corner int, y []float32, from []int32) {
	best, place := v0, places[0]
	larger := v1.Greater(best) // not if either is no number; archsimd's Max would lose it
	best, place = v1.Merge(best, larger), places[1].Merge(place, larger)
	larger = v2.Greater(best)
	best, place = v2.Merge(best, larger), places[2].Merge(place, larger)
	larger = v3.Greater(best)
	best, place = v3.Merge(best, larger), places[3].Merge(place, larger)
	place = place.Add(archsimd.BroadcastInt32x8(int32(corner)))
	zero := archsimd.BroadcastFloat32x8(0)
	cut := best.LessEqual(zero) // not if it is no number
	zero.Merge(best, cut).Store((*[lanes]float32)(y))
	archsimd.BroadcastInt32x8(nowhere).Merge(place, cut).Store((*[lanes]int32)(from))
}

// backwardSIMD is backward, but for the biases, with eight numbers in a register.
//
// What is not a vector here is a whole number, also where a float32 is asked whether it is zero,
// so that Go's own floating-point instructions and archsimd's do not take turns: see
// archsimd.ClearAVXUpperBits.
func (b *block) backwardSIMD(k kernels, x, dy []float32, from []int32, d slope, dx []float32) {
	defer archsimd.ClearAVXUpperBits()
	line, reach, outputs := 4*b.line(), (b.kernel-1)*b.line()+b.run, b.outputs()
	for o := range b.out {
		sums, kernel := d.rows[o][:b.kernel*b.run], k.rows[o][:b.kernel*b.run]
		for at := o; at < outputs; at += b.out {
			g := unsafe.Pointer(&dy[at])
			if from[at] == nowhere || *(*uint32)(g)<<1 == 0 {
				continue
			}
			start := int(from[at])
			_ = x[start : start+reach] // what is read and written below
			factor := spread(g)
			sum, windows := unsafe.Pointer(&sums[0]), unsafe.Pointer(&x[start])
			if dx == nil {
				for i := range b.kernel {
					x := unsafe.Add(windows, i*line)
					for n := b.run; n > 0; n -= lanes {
						add(sum, x, factor)
						sum, x = unsafe.Add(sum, 4*lanes), unsafe.Add(x, 4*lanes)
					}
				}
				continue
			}
			_ = dx[start : start+reach]
			weight, dWindows := unsafe.Pointer(&kernel[0]), unsafe.Pointer(&dx[start])
			for i := range b.kernel {
				x, dx := unsafe.Add(windows, i*line), unsafe.Add(dWindows, i*line)
				for n := b.run; n > 0; n -= lanes {
					add(sum, x, factor)
					add(dx, weight, factor)
					sum, x = unsafe.Add(sum, 4*lanes), unsafe.Add(x, 4*lanes)
					weight, dx = unsafe.Add(weight, 4*lanes), unsafe.Add(dx, 4*lanes)
				}
			}
		}
	}
}

// add adds factor times eight numbers at src to those at dst.
func add(dst, src unsafe.Pointer, factor archsimd.Float32x8) {
	to := (*[lanes]float32)(dst)
	archsimd.LoadFloat32x8((*[lanes]float32)(src)).MulAdd(factor, archsimd.LoadFloat32x8(to)).Store(to)
}

// dotSIMD adds up the products of all whole eights, and returns what is left of the rows.
func dotSIMD(sums *[lanes]float32, a, b []float32) (restA, restB []float32) {
	s := archsimd.LoadFloat32x8(sums)
	for len(a) >= lanes && len(b) >= lanes {
		s = archsimd.LoadFloat32x8((*[lanes]float32)(a)).MulAdd(archsimd.LoadFloat32x8((*[lanes]float32)(b)), s)
		a, b = a[lanes:], b[lanes:]
	}
	s.Store(sums)
	archsimd.ClearAVXUpperBits()
	return a, b
}
