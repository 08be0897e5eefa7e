package figure

import (
	"math"
	"strconv"
	"strings"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/say"
)

// Sum writes the sum of products at place i, j of conv.Correlate(x, kernel, w), and what it
// comes to: a row of the kernel in each line. Where the numbers are rounded so that what is
// written adds up to another one, it says so.
func Sum(x, kernel [][]float64, w conv.Window, i, j int) string {
	down, across := w.Sides(kernel)
	written, lines := 0.0, []string{}
	for a, row := range kernel {
		var products []string
		for b, weight := range row {
			r, c := i*down.Stride-w.Padding+a*down.Dilation, j*across.Stride-w.Padding+b*across.Dilation
			pixel := 0.0
			if r >= 0 && r < len(x) && c >= 0 && c < len(x[r]) {
				pixel = x[r][c]
			}
			written += rounded(weight) * rounded(pixel)
			products = append(products, factor(weight)+"·"+factor(pixel))
		}
		lines = append(lines, strings.Join(products, " + "))
	}
	sum, equals := Number(conv.Correlate(x, kernel, w)[i][j]), "="
	if Number(written) != sum {
		equals = "≈"
	}
	return strings.Join(lines, "\n+ ") + "\n" + equals + " " + sum
}

// rounded is a number as it is written.
func rounded(v float64) float64 { return math.Round(v*1e5) / 1e5 }

// factor is a number in a product.
func factor(v float64) string {
	if v < 0 {
		return "(" + Number(v) + ")"
	}
	return Number(v)
}

// SizeFormula writes the formula of [conv.Window.Size] with the numbers in it, and what the
// window leaves over.
func SizeFormula(in int, w conv.Window) string {
	w = w.ForConv()
	room := in + 2*w.Padding - w.Span()
	terms := say.Text("size", "大小") + " = ⌊(" + strconv.Itoa(in) + " + 2·" + strconv.Itoa(w.Padding) + " − " +
		strconv.Itoa(w.Dilation) + "·(" + strconv.Itoa(w.Kernel) + " − 1) − 1) / " + strconv.Itoa(w.Stride) + "⌋ + 1"
	if room < 0 {
		return terms + "\n" + strings.NewReplacer("SPAN", strconv.Itoa(w.Span()), "ROOM", strconv.Itoa(in+2*w.Padding)).Replace(say.Text(
			"It does not fit: the window covers SPAN pixels on a side, and there are ROOM with the padding. Take a smaller kernel, less dilation or more padding.",
			"放不下：窗口每边占 SPAN 个像素，而加上填充也只有 ROOM 个。请减小卷积核或空洞率，或者加大填充。"))
	}
	text := terms + " = ⌊" + strconv.Itoa(room) + " / " + strconv.Itoa(w.Stride) + "⌋ + 1 = " + strconv.Itoa(w.Size(in))
	if left := room % w.Stride; left > 0 {
		text += "\n" + strings.ReplaceAll(say.Text("The last rows and columns, LEFT of each, are never reached (padding counts).", "最后 LEFT 行和最后 LEFT 列永远够不着（连填充在内）。"), "LEFT", strconv.Itoa(left))
	}
	return text
}
