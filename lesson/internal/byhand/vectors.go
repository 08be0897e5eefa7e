package byhand

// addTimes adds g times src to dst.
func addTimes(dst, src []float32, g float32) {
	src = src[:len(dst)]
	for i := range dst {
		dst[i] += g * src[i]
	}
}

// dot adds up the products of two rows in eight sums, as none of them then waits for the one
// before.
func dot(a, b []float32) (total float32) {
	var sums [lanes]float32
	if simd {
		a, b = dotSIMD(&sums, a, b)
	}
	for len(a) >= lanes {
		x, y := (*[lanes]float32)(a), (*[lanes]float32)(b)
		for i := range lanes {
			sums[i] += x[i] * y[i]
		}
		a, b = a[lanes:], b[lanes:]
	}
	for i, v := range a {
		sums[i] += v * b[i]
	}
	for _, sum := range sums {
		total += sum
	}
	return total
}

// SIMD tells whether the loops here use the processor's vector instructions: in a program built
// with GOEXPERIMENT=simd for an x86-64 processor they do, where that has AVX2 and FMA.
func SIMD() bool { return simd }
