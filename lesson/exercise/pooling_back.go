package exercise

import (
	"slices"

	"convnet.example/lesson/conv"
)

// MaxPoolBackward checks exercise 06.4: x [h, w] and the gradient of the pooled map, gy
// [h/kernel, w/kernel] → the gradient of x, [h, w]. The windows tile x, and the gradient
// of a window goes to its first maximum, row by row.
func MaxPoolBackward(solve func(x, gy [][]float64, kernel int) [][]float64) {
	back := func(given text, x, gy, want [][]float64, kernel int) trial {
		return trial{given, func() any { return solve(copied(x), gy, kernel) }, want}
	}
	odd := [][]float64{{1, 2, 9}, {3, 0, 9}, {9, 9, 9}}
	negative := [][]float64{{-4, -3, -9, -8}, {-2, -5, -7, -1}}
	nine := [][]float64{{0, 5, 1}, {2, 3, 8}, {4, 7, 6}}
	gy := [][]float64{{10, 20}, {30, 40}}
	question{"06.4", text{"the gradient of max pooling", "最大池化的梯度"}, text{
		"find the first largest number of each window (> and not ≥), and put gy there; all else stays 0.",
		"在每个窗口里找第一个最大的数（用 >，不用 ≥），把 gy 放在那里，其余都是 0。",
	}}.check(
		back(arguments("x = %v, gy = %v, kernel = 2", poolExample, gy), poolExample, gy, poolSlopes(poolExample, gy, 2), 2),
		back(arguments("x = %v, gy = [[5 −6]], kernel = 2", negative), negative, [][]float64{{5, -6}}, [][]float64{{0, 0, 0, 0}, {5, 0, 0, -6}}, 2),
		back(arguments("x = [[3 7] [7 7]], gy = [[6]], kernel = 2"), [][]float64{{3, 7}, {7, 7}}, [][]float64{{6}}, [][]float64{{0, 6}, {0, 0}}, 2),
		back(arguments("x = [[0 0 1 0] [0 0 0 1]], gy = [[6 2]], kernel = 2"), [][]float64{{0, 0, 1, 0}, {0, 0, 0, 1}}, [][]float64{{6, 2}}, [][]float64{{6, 0, 2, 0}, {0, 0, 0, 0}}, 2),
		back(arguments("x = %v, gy = [[4]], kernel = 2", odd), odd, [][]float64{{4}}, [][]float64{{0, 0, 0}, {4, 0, 0}, {0, 0, 0}}, 2),
		back(arguments("x = %v, gy = [[4]], kernel = 3", nine), nine, [][]float64{{4}}, poolSlopes(nine, [][]float64{{4}}, 3), 3),
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
func poolSlopes(x, gy [][]float64, kernel int) [][]float64 {
	const h = 1e-3
	sum := func() (s float64) {
		for i, row := range conv.MaxPool(x, conv.Pool(kernel)) {
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
