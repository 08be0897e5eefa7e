package exercise

import (
	"math"

	"convnet.example/lesson/conv"
)

// The lecture's red channel and its kernel.
var (
	red    = [][]float64{{3, 4, 6, 5, 7}, {2, 4, 6, 8, 2}, {1, 6, 7, 8, 4}, {9, 7, 4, 6, 2}, {3, 7, 5, 4, 1}}
	kernel = [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
)

// Correlate checks exercise 02.1: slide the kernel over x, without padding and one pixel
// at a time, [h, w] and [kh, kw] → [h', w'].
func Correlate(solve func(x, kernel [][]float64) [][]float64) {
	q := question{"02.1", text{"the correlation", "互相关"}, text{
		"the map has len(x)−len(kernel)+1 rows, and a row and a column of it say where the window's corner is: x[i+a][j+b].",
		"输出有 len(x)−len(kernel)+1 行；输出的第 i 行第 j 列对应窗口左上角的位置，窗口里的数是 x[i+a][j+b]。"}}
	try := func(x, kernel [][]float64) trial {
		return trial{arguments("x = %v, kernel = %v", x, kernel), func() any { return solve(x, kernel) }, conv.Correlate(x, kernel, conv.Window{})}
	}
	wide := [][]float64{{1, 0, 2, 1}, {0, 3, 1, 1}, {2, 1, 0, 5}}
	q.check(
		try([][]float64{{3, 4, 6}, {2, 4, 6}, {1, 6, 7}}, kernel),
		try(red, kernel),
		try(wide, [][]float64{{1, -1}}),
		try(wide, [][]float64{{1}, {0}, {2}}),
	)
}

// Shift checks exercise 02.2: a 3×3 kernel that, with a padding of 1, moves the image to
// the right by one pixel.
func Shift(kernel [][]float64) {
	q := question{"02.2", text{"the shift", "平移"}, text{
		"the number at the centre of the window must become the number to its left.",
		"输出的每个数，应当等于原图中它左边的那个数。"}}
	if q.waits(len(kernel)) {
		return
	}
	x := [][]float64{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 8, 7, 6}}
	q.check(
		sized(kernel),
		trial{arguments("x = %v", x),
			func() any { return conv.Correlate(x, kernel, conv.Window{Padding: 1}) },
			[][]float64{{0, 1, 2, 3}, {0, 5, 6, 7}, {0, 9, 8, 7}}},
	)
}

// VerticalEdges checks exercise 02.3: a 3×3 kernel that answers with a positive number
// where the image becomes larger from left to right, and with 0 where it does not change,
// or only from top to bottom.
func VerticalEdges(kernel [][]float64) {
	q := question{"02.3", text{"vertical edges", "竖直边缘"}, text{
		"subtract what is left from what is right: the nine numbers of the kernel add up to 0, and so do the three of each row.",
		"用右边的数减去左边的数：卷积核九个数之和为 0，每一行三个数之和也为 0。"}}
	if q.waits(len(kernel)) {
		return
	}
	answer := func(patch [][]float64) func() any {
		return func() any { return conv.Correlate(patch, kernel, conv.Window{})[0][0] }
	}
	sign := func(patch [][]float64) func() any {
		return func() any { return sign(answer(patch)().(float64)) }
	}
	q.check(
		sized(kernel),
		trial{text{"nine equal pixels [[5 5 5] [5 5 5] [5 5 5]]", "九个像素都是 5"},
			answer([][]float64{{5, 5, 5}, {5, 5, 5}, {5, 5, 5}}), 0.0},
		trial{text{"a horizontal edge [[0 0 0] [0 0 0] [9 9 9]]", "水平边缘 [[0 0 0] [0 0 0] [9 9 9]]"},
			answer([][]float64{{0, 0, 0}, {0, 0, 0}, {9, 9, 9}}), 0.0},
		trial{text{"a horizontal edge [[0 0 0] [9 9 9] [9 9 9]]", "水平边缘 [[0 0 0] [9 9 9] [9 9 9]]"},
			answer([][]float64{{0, 0, 0}, {9, 9, 9}, {9, 9, 9}}), 0.0},
		trial{text{"the sign of the answer to [[0 0 9] [0 0 9] [0 0 9]]", "图像 [[0 0 9] [0 0 9] [0 0 9]]，结果的符号"},
			sign([][]float64{{0, 0, 9}, {0, 0, 9}, {0, 0, 9}}), "+"},
		trial{text{"the sign of the answer to [[9 0 0] [9 0 0] [9 0 0]]", "图像 [[9 0 0] [9 0 0] [9 0 0]]，结果的符号"},
			sign([][]float64{{9, 0, 0}, {9, 0, 0}, {9, 0, 0}}), "−"},
	)
}

// sized is a case that a 3×3 kernel passes.
func sized(kernel [][]float64) trial {
	lengths := []int{}
	for _, row := range kernel {
		lengths = append(lengths, len(row))
	}
	return trial{text{"numbers in each row of the kernel", "卷积核每一行的个数"}, func() any { return lengths }, []int{3, 3, 3}}
}

// sign is "+", "−" or "0".
func sign(v float64) string {
	switch {
	case math.Abs(v) <= tolerance:
		return "0"
	case v < 0:
		return "−"
	}
	return "+"
}
