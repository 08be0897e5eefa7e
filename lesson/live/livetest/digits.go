package livetest

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// A Digit is a digit and its lines: points x and y in pixels of a canvas, with y down.
type Digit struct {
	Label int
	Lines [][][2]float64
}

// shapes are ways to write the digits 0 to 9, one a row, ways apart by "|", lines by "/", in a
// box of 100×100.
var shapes = [10]string{
	"50,0 25,8 8,28 2,50 8,74 25,94 50,100 75,94 92,74 98,50 92,28 75,8 50,0 | 62,4 40,0 20,14 10,40 12,70 26,92 48,100 70,90 84,66 86,40 76,14 60,3",
	"50,0 50,50 50,100 | 28,20 50,0 50,50 50,100 | 30,18 52,0 52,100 / 25,100 78,100",
	"8,25 15,10 35,1 60,1 80,10 86,28 76,46 50,68 25,85 8,99 50,99 92,99 | 12,22 28,4 54,0 76,12 78,32 60,54 34,78 10,97 36,96 66,97 90,97",
	"12,12 30,2 55,0 78,8 84,24 76,40 52,47 76,53 90,68 84,86 60,98 34,99 10,88 | 14,10 40,0 68,4 80,22 66,40 44,46 70,54 82,74 66,94 38,100 10,92",
	"60,0 38,30 8,66 50,66 94,66 / 70,38 70,70 70,100 | 16,0 14,26 12,52 48,54 88,52 / 76,4 76,50 76,100",
	"86,2 54,2 22,2 19,24 15,44 38,37 62,38 80,50 86,68 76,88 50,99 26,98 8,88 | 24,4 22,24 18,46 46,40 70,50 78,70 66,90 40,99 12,92 / 24,4 54,4 84,3",
	"72,2 48,10 28,32 14,58 14,80 30,97 54,99 74,88 80,70 70,54 50,49 30,56 17,70 | 60,0 40,22 24,48 18,74 30,96 54,98 72,84 70,64 52,54 32,60 20,76",
	"8,3 48,3 90,3 72,34 55,66 42,100 | 10,4 50,3 88,2 68,50 52,100 / 34,52 78,50",
	"70,8 46,0 24,10 20,26 32,40 56,52 76,66 80,82 66,97 42,100 24,90 22,74 36,58 60,44 76,28 70,8 | 50,0 28,8 24,26 40,42 50,47 62,42 76,26 72,8 50,0 / 50,47 28,58 20,78 32,96 52,100 72,94 80,76 70,57 50,47",
	"78,24 64,6 42,2 22,14 18,34 32,48 54,48 72,36 78,20 78,60 78,100 | 80,22 62,3 38,4 22,20 26,40 46,48 68,40 80,22 76,56 64,84 44,99 | 76,14 54,0 30,6 18,26 28,44 50,48 70,36 78,14 72,56 66,100",
}

// Canvas is the side of the canvas that Digits draws on, in pixels.
const Canvas = 280

// Digits returns n digits, 0 to 9 again and again, each another way, size, place and slant.
// They are clear: any reader would agree on what they are.
func Digits(seed uint64, n int) (list []Digit) {
	r := rand.New(rand.NewPCG(seed, 1))
	for i := range n {
		ways := strings.Split(shapes[i%10], "|")
		list = append(list, Digit{i % 10, written(r, ways[i/10%len(ways)])})
	}
	return list
}

func written(r *rand.Rand, way string) (lines [][][2]float64) {
	height := Canvas * (0.25 + 0.6*r.Float64())
	width := height * (0.45 + 0.35*r.Float64())
	slant, turn := 0.25*r.Float64()-0.05, 0.16*r.Float64()-0.08
	left, top := (Canvas-width-height*0.2)*r.Float64()+height*0.1, (Canvas-height)*r.Float64()
	for line := range strings.SplitSeq(way, "/") {
		var points [][2]float64
		for field := range strings.FieldsSeq(line) {
			a, b, _ := strings.Cut(field, ",")
			x, y := number(a)/100-0.5, number(b)/100-0.5
			x, y = x*width-slant*y*height+r.NormFloat64()*0.01*height, y*height+r.NormFloat64()*0.01*height
			sin, cos := math.Sincos(turn)
			x, y = x*cos-y*sin+left+width/2, x*sin+y*cos+top+height/2
			points = append(points, [2]float64{inside(x), inside(y)})
		}
		lines = append(lines, points)
	}
	return lines
}

func inside(v float64) float64 { return max(2, min(Canvas-2, v)) }

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return v
}
