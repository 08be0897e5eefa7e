package conv_test

import (
	"fmt"
	"testing"

	"convnet.example/lesson/conv"
)

// What a number behind each of the lecture's four layers has seen of the digit.
func ExampleReceptiveField() {
	layers := []conv.Window{{Kernel: 5}, conv.Pool(2), {Kernel: 5}, conv.Pool(2)}
	for n := 1; n <= len(layers); n++ {
		size, jump := conv.ReceptiveField(layers[:n]...)
		fmt.Printf("size %2d, jump %d\n", size, jump)
	}
	// Output:
	// size  5, jump 1
	// size  6, jump 2
	// size 14, jump 2
	// size 16, jump 4
}

// Change one pixel at a time and see which number behind the layers changes.
func TestReceptiveFieldByPoking(t *testing.T) {
	stacks := [][]conv.Window{
		{},
		{{Kernel: 3}},
		{{Kernel: 5}, conv.Pool(2), {Kernel: 5}, conv.Pool(2)},
		{{Kernel: 3, Dilation: 2, Stride: 3}, {Kernel: 2}, {Kernel: 2, Dilation: 3, Stride: 2}},
	}
	for _, windows := range stacks {
		size, jump := conv.ReceptiveField(windows...)
		first, last := poke(windows, 0)
		second, _ := poke(windows, 1)
		if last-first+1 != size || second-first != jump {
			t.Errorf("%+v: size %d, jump %d, want %d, %d", windows, size, jump, last-first+1, second-first)
		}
	}
}

// poke returns the first and the last pixel of a line that change number n behind the layers.
func poke(windows []conv.Window, n int) (first, last int) {
	first = -1
	for i := range 40 {
		line := matrix(1, 40)
		line[0][i] = 1
		for _, w := range windows {
			ones := filled(1, w.Kernel, 1)
			w.Kernel = 0 // the kernel is not square
			line = conv.Correlate(line, ones, w)
		}
		if line[0][n] != 0 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}
