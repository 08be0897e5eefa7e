package drawn

import "math/bits"

// A sieve has a bit for each pixel of paper that is left to be looked at. Its rows are the
// sheet's, with a rim of paper around, which joins all that ink does not enclose.
type sieve [inkBox + 2]uint32

// newSieve holds where on the sheet there is less than half of the ink.
func newSieve(s *sheet) *sieve {
	left := new(sieve)
	for y := range left {
		left[y] = 1<<len(left) - 1
	}
	for y := range inkBox {
		for x, ink := range s[y*inkBox : (y+1)*inkBox] {
			if ink >= 0.5 {
				left[y+1] &^= 2 << x
			}
		}
	}
	return left
}

// loops counts the patches of paper that ink encloses and that have at least the
// given number of pixels.
func (s *sheet) loops(least int) (n int) {
	left := newSieve(s)
	left.erase(0, 1)
	for y := range left {
		for left[y] != 0 {
			if left.erase(y, left[y]&-left[y]) >= least {
				n++
			}
		}
	}
	return n
}

// erase removes the connected patch around a pixel, the one bit of row y that is given, and
// returns its size. It goes from run to run of neighbours in a row.
func (left *sieve) erase(y int, pixel uint32) (size int) {
	row := left[y]
	start := uint32(1) << bits.Len32(^row&(pixel-1)) // behind the last gap before the pixel
	run := row &^ (row + start)                      // the sum carries through the run
	left[y] = row &^ run
	size = bits.OnesCount32(run)
	for _, next := range []int{y - 1, y + 1} {
		if next < 0 || next == len(left) {
			continue
		}
		for touched := left[next] & run; touched != 0; touched = left[next] & run {
			size += left.erase(next, touched&-touched)
		}
	}
	return size
}
