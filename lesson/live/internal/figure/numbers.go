package figure

// Numbers are what the window goes over: the lecture's channel in their upper left corner.
var Numbers = [][]float64{
	{3, 4, 6, 5, 7, 1, 0},
	{2, 4, 6, 8, 2, 0, 3},
	{1, 6, 7, 8, 4, 2, 5},
	{9, 7, 4, 6, 2, 1, 1},
	{3, 7, 5, 4, 1, 6, 2},
	{0, 2, 8, 1, 3, 5, 4},
	{5, 1, 0, 2, 6, 9, 7},
}
