package exercise

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
	"strings"
	"testing"

	"convnet.example/lesson/conv"
)

// answers makes whatever a cell may give to a checker of bytes: rows of different lengths,
// none at all, numbers that are none.
type answers struct{ data []byte }

func (a *answers) byte() byte {
	if len(a.data) == 0 {
		return 0
	}
	b := a.data[0]
	a.data = a.data[1:]
	return b
}

func (a *answers) number() float64 {
	switch b := a.byte(); {
	case b == 255 && len(a.data) >= 8:
		v := math.Float64frombits(binary.LittleEndian.Uint64(a.data))
		a.data = a.data[8:]
		return v
	case b == 254:
		return math.NaN()
	case b == 253:
		return math.Inf(1)
	default:
		return float64(int8(b)) / 2
	}
}

func (a *answers) matrix() (m [][]float64) {
	for range a.byte() % 12 {
		var row []float64
		for range a.byte() % 12 {
			row = append(row, a.number())
		}
		m = append(m, row)
	}
	return m
}

func (a *answers) whole() (m [][]int) {
	for _, row := range a.matrix() {
		var list []int
		for _, v := range row {
			list = append(list, int(v))
		}
		m = append(m, list)
	}
	return m
}

// Whatever a cell gives to a checker, the checker says one sentence about it, and no more than
// a page: it does not panic, and does not hang.
func FuzzAnswers(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{3, 3, 2, 4, 6, 3, 1, 3, 5, 3, 7, 9, 11})
	f.Add([]byte{2, 1, 254, 3, 253, 255, 0, 0, 0, 0, 0, 0, 0xf0, 0x7f})
	f.Fuzz(func(t *testing.T, data []byte) {
		defer func(w io.Writer) { output = w }(output)
		t.Setenv("GONB_TMP_DIR", "")
		for name, check := range map[string]func(a *answers){
			"Shift":           func(a *answers) { Shift(a.matrix()) },
			"VerticalEdges":   func(a *answers) { VerticalEdges(a.matrix()) },
			"HalfTurn":        func(a *answers) { HalfTurn(a.matrix()) },
			"FoolCorrelation": func(a *answers) { FoolCorrelation(a.matrix()) },
			"SmallNetwork":    func(a *answers) { SmallNetwork(a.whole()) },
			"BreakIt":         func(a *answers) { BreakIt(strings.Split(string(a.data), ",")) },
			"Unseen":          func(a *answers) { Unseen(func() [][]float64 { return a.matrix() }) },
			"OrderMatters":    func(a *answers) { OrderMatters(func() [][]float64 { return a.matrix() }) },
			"Correlate":       func(a *answers) { Correlate(func(x, k [][]float64) [][]float64 { return a.matrix() }) },
			"OneForTwo":       func(a *answers) { OneForTwo(func(x, k [][]float64) [][]float64 { return a.matrix() }) },
			"MaxPool":         func(a *answers) { MaxPool(func([][]float64, int, int) [][]float64 { return a.matrix() }) },
			"Corners":         func(a *answers) { Corners(func([][]float64, int) [][]float64 { return a.matrix() }) },
			"ShapeTable":      func(a *answers) { ShapeTable(func(int, int, int, int) [][]int { return a.whole() }) },
			"WrongSlopes": func(a *answers) {
				WrongSlopes(func(func([]float64) float64, []float64, []float64) []int { return []int{int(a.byte())} })
			},
			"HiddenKernel": func(a *answers) {
				HiddenKernel(func(box func([][]float64) [][]float64) ([][]float64, float64) {
					box(a.matrix())
					return a.matrix(), a.number()
				})
			},
			"NoConvolution": func(a *answers) {
				NoConvolution(func(x []float64) []float64 {
					if m := a.matrix(); len(m) > 0 {
						return m[0]
					}
					return nil
				})
			},
			"Honest": func(a *answers) {
				Honest(func() (p []float64, right []bool) {
					for _, row := range a.matrix() {
						p, right = append(p, row...), append(right, len(row)%2 == 0)
					}
					return p, right
				})
			},
			"Curvature": func(a *answers) {
				Curvature(func(climbsOut func(float64) bool) float64 {
					climbsOut(a.number())
					return a.number()
				})
			},
			"Report":  func(a *answers) { Report(func(v, test [][]float64) float64 { return a.number() }) },
			"Shuffle": func(a *answers) { Shuffle(func() []int { return []int{int(a.byte()), int(int8(a.byte()))} }) },
			"Design": func(a *answers) {
				var windows []conv.Window
				for _, row := range a.whole() {
					w := conv.Window{}
					for i, v := range row {
						*[]*int{&w.Kernel, &w.Stride, &w.Padding, &w.Dilation}[i%4] = v
					}
					windows = append(windows, w)
				}
				Design(windows)
			},
		} {
			var said bytes.Buffer
			output = &said
			check(&answers{bytes.Clone(data)})
			if lines := strings.Count(said.String(), "\n"); lines < 1 || lines > 12 || said.Len() > 5000 {
				t.Errorf("%s says %d lines, %d bytes: %.300s", name, lines, said.Len(), &said)
			}
		}
	})
}
