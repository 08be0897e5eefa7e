package exercise

import (
	"slices"

	"convnet.example/lesson/conv"
)

// MaxPoolBackward checks exercise 06.4: x [h, w] and the gradient of the pooled map gy [h', w']
// → the gradient of x, [h, w]. Windows of kernel × kernel numbers move by stride and may overlap;
// each sends its gradient to its first maximum, row by row, and what meets there adds up.
func MaxPoolBackward(solve func(x, gy [][]float64, kernel, stride int) [][]float64) {
	try := func(x, gy [][]float64, kernel, stride int, want [][]float64) trial {
		return trial{arguments("x = %v, gy = %v, kernel = %d, stride = %d", x, gy, kernel, stride),
			func() any { return solve(copied(x), copied(gy), kernel, stride) }, want}
	}
	slopes := func(x, gy [][]float64, kernel, stride int) trial {
		return try(x, gy, kernel, stride, poolSlopes(x, gy, conv.Window{Kernel: kernel, Stride: stride}))
	}
	four := [][]float64{{10, 20}, {30, 40}}
	middle := [][]float64{{0, 1, 2, 3, 4}, {5, 6, 7, 8, 10}, {11, 12, 99, 13, 14}, {15, 16, 17, 18, 19}, {20, 21, 22, 23, 24}}
	edges := [][]float64{{9, 1, 2, 3, 8}, {0, 4, 7, 5, 1}, {6, 2, 3, 11, 4}, {1, 5, 0, 2, 10}, {12, 3, 1, 6, 7}}
	question{"06.4", text{"a gradient of windows that overlap", "窗口重叠时的梯度"}, text{
		"find the first largest number of the window that begins at row i·stride, column j·stride (> and not ≥), and add gy[i][j] there: two windows may have the same winner.",
		"窗口从第 i·stride 行、第 j·stride 列开始；找出其中第一个最大的数（用 >，不用 ≥），把 gy[i][j] 加到那里：两个窗口的赢家可能是同一个数。",
	}}.check(
		slopes(poolExample, four, 2, 2),
		slopes(middle, four, 3, 2),
		slopes(edges, four, 3, 2),
		slopes([][]float64{{1, 5, 3, 4}}, [][]float64{{1, 2, 4, 8}}, 1, 1),
		try([][]float64{{3, 7, 7}, {7, 1, 7}}, [][]float64{{6, 5}}, 2, 1, [][]float64{{0, 11, 0}, {0, 0, 0}}),
		try([][]float64{{1, 2, 9}, {3, 0, 9}, {9, 9, 9}}, [][]float64{{4}}, 2, 2, [][]float64{{0, 0, 0}, {4, 0, 0}, {0, 0, 0}}),
	)
}

// AvgPoolBackward checks exercise 06.5: the gradient of the pooled map, gy [h, w] → the
// gradient of the map before, [h·kernel, w·kernel].
func AvgPoolBackward(solve func(gy [][]float64, kernel int) [][]float64) {
	question{"06.5", text{"the gradient of average pooling", "平均池化的梯度"}, text{
		"every number of a window has a share of 1/kernel² in the mean; row r lies in window r / kernel.",
		"窗口里每个数在平均值里各占 1/kernel²；第 r 行属于第 r / kernel 个窗口。",
	}}.check(
		trial{arguments("gy = [[8]], kernel = 2"), func() any { return solve([][]float64{{8}}, 2) }, [][]float64{{2, 2}, {2, 2}}},
		trial{arguments("gy = [[4 −8]], kernel = 2"), func() any { return solve([][]float64{{4, -8}}, 2) }, [][]float64{{1, 1, -2, -2}, {1, 1, -2, -2}}},
		trial{arguments("gy = [[4 8] [12 −4]], kernel = 2"), func() any { return solve([][]float64{{4, 8}, {12, -4}}, 2) }, [][]float64{{1, 1, 2, 2}, {1, 1, 2, 2}, {3, 3, -1, -1}, {3, 3, -1, -1}}},
		trial{arguments("gy = [[18]], kernel = 3"), func() any { return solve([][]float64{{18}}, 3) }, [][]float64{{2, 2, 2}, {2, 2, 2}, {2, 2, 2}}},
	)
}

// poolSlopes returns the gradient of Σ gy · MaxPool(x) by finite differences. It needs x
// without ties.
func poolSlopes(x, gy [][]float64, w conv.Window) [][]float64 {
	const h = 1e-3
	sum := func() (s float64) {
		for i, row := range conv.MaxPool(x, w) {
			for j, v := range row {
				s += gy[i][j] * v
			}
		}
		return s
	}
	slopes := make([][]float64, len(x))
	for i, row := range x {
		for j, v := range row {
			x[i][j] = v + h
			up := sum()
			x[i][j] = v - h
			slopes[i] = append(slopes[i], (up-sum())/(2*h))
			x[i][j] = v
		}
	}
	return slopes
}

// copied returns a copy of x, so that a solution cannot spoil the next case.
func copied(x [][]float64) [][]float64 {
	y := make([][]float64, len(x))
	for i, row := range x {
		y[i] = slices.Clone(row)
	}
	return y
}
