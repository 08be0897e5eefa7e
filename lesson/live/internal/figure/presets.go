package figure

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"convnet.example/lesson/say"
)

// A Preset is a kernel with a name.
type Preset struct {
	Name   string
	Kernel [][]float64
}

// Presets are kernels to begin with. Each call returns new ones.
func Presets() []Preset {
	return []Preset{
		{say.Text("vertical edges", "竖直边缘"), [][]float64{{-1, 0, 1}, {-1, 0, 1}, {-1, 0, 1}}},
		{say.Text("horizontal edges", "水平边缘"), [][]float64{{-1, -1, -1}, {0, 0, 0}, {1, 1, 1}}},
		{say.Text("outline", "轮廓"), [][]float64{{-1, -1, -1}, {-1, 8, -1}, {-1, -1, -1}}},
		{say.Text("blur", "模糊"), [][]float64{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}},
		{say.Text("nothing", "什么也不做"), [][]float64{{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}},
		{say.Text("shift", "平移"), [][]float64{{0, 0, 0}, {1, 0, 0}, {0, 0, 0}}},
		{say.Text("the lecture's 1 to 9", "视频课的 1 到 9"), [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}},
		{say.Text("stroke, rising", "向右上的斜笔画"), [][]float64{{-1, -1, -1, 0, 2}, {-1, -1, 0, 2, 0}, {-1, 0, 2, 0, -1}, {0, 2, 0, -1, -1}, {2, 0, -1, -1, -1}}},
	}
}

// Resized returns the kernel with a rim of zeros if it is 3×3, and its middle if it is 5×5.
func Resized(kernel [][]float64) [][]float64 {
	if len(kernel) == 5 {
		var middle [][]float64
		for _, row := range kernel[1:4] {
			middle = append(middle, append([]float64{}, row[1:4]...))
		}
		return middle
	}
	larger := [][]float64{make([]float64, 5)}
	for _, row := range kernel {
		larger = append(larger, append(append([]float64{0}, row...), 0))
	}
	return append(larger, make([]float64, 5))
}

// ParseNumber reads a number of a kernel, from −1000 to 1000, as any keyboard types it: with
// a point or a comma, a minus or a dash, and the wide digits of Chinese ones.
func ParseNumber(text string) (float64, error) {
	text = strings.TrimSpace(text)
	v, err := strconv.ParseFloat(strings.Map(plain, text), 64)
	if shown := []rune(text); len(shown) > 12 {
		text = string(shown[:12]) + "…"
	}
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange) || math.IsNaN(v):
		return 0, say.Errorf("“%s” is not a number: the kernel keeps the one before", "“%s”不是数：卷积核保留原来的那个数", text)
	case math.Abs(v) > 1000:
		return 0, say.Errorf("“%s” is too large: numbers go from −1000 to 1000, and the kernel keeps the one before", "“%s”太大：范围是 −1000 到 1000，卷积核保留原来的那个数", text)
	}
	return v, nil
}

// plain is the sign of a number in Go.
func plain(r rune) rune {
	switch {
	case strings.ContainsRune("−－–", r):
		return '-'
	case strings.ContainsRune(",，．。", r):
		return '.'
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	}
	return r
}
