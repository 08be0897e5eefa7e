package figure

import (
	"fmt"
	"strings"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/say"
)

// Layers are the layers that the drawing shows, first to last.
var Layers = []string{"conv1", "relu1", "conv2", "relu2"}

// stack are the windows up to a layer.
var stack = map[string][]conv.Window{
	"conv1": {convolution},
	"relu1": {convolution, pooling},
	"conv2": {convolution, pooling, convolution},
	"relu2": {convolution, pooling, convolution, pooling},
}

// Maps are those of a layer.
func (a *Activations) Maps(layer string) [][][]float64 {
	return map[string][][][]float64{"conv1": a.Conv1, "relu1": a.Relu1, "conv2": a.Conv2, "relu2": a.Relu2}[layer]
}

// A Place is a number of a layer.
type Place struct {
	Layer            string
	Map, Row, Column int
}

// Field is the square of the image that a place has seen.
func (p Place) Field() (top, left, side int) {
	side, jump := conv.ReceptiveField(stack[p.Layer]...)
	return p.Row * jump, p.Column * jump, side
}

// Explain says where a place is, and how its number comes about.
func (n *Network) Explain(a *Activations, p Place) string {
	v := a.Maps(p.Layer)[p.Map][p.Row][p.Column]
	where := fmt.Sprintf(say.Text("%s, map %d, row %d, column %d (from 0): ", "%s，通道 %d，第 %d 行第 %d 列（从 0 数起）："), p.Layer, p.Map, p.Row, p.Column)
	switch p.Layer {
	case "conv1":
		return where + n.conv1.explain([][][]float64{a.Image}, p) + Number(v)
	case "conv2":
		return where + n.conv2.explain(a.Relu1, p) + Number(v)
	case "relu1":
		return where + largest(a.Conv1[p.Map], p) + Number(v)
	}
	return where + largest(a.Conv2[p.Map], p) + Number(v)
}

// explain writes the sums that the channels add, and the bias.
func (k kernels) explain(images [][][]float64, p Place) string {
	var sums []string
	for c, x := range images {
		patch := make([][]float64, convolution.Kernel)
		for a := range patch {
			patch[a] = x[p.Row+a][p.Column : p.Column+convolution.Kernel]
		}
		sums = append(sums, factor(conv.Correlate(patch, k.weight[p.Map][c], conv.Window{})[0][0]))
	}
	what := say.Text("25 products add up to ", "25 个乘积之和：")
	if len(sums) > 1 {
		what = say.Text("25 products in each of ten channels, ", "十个通道，每个通道 25 个乘积之和：")
	}
	return what + strings.Join(sums, " + ") + say.Text(", + bias ", "，加偏置 ") + factor(k.bias[p.Map]) + " = "
}

// largest writes the four numbers of a pooling window.
func largest(m [][]float64, p Place) string {
	r, c := 2*p.Row, 2*p.Column
	return "max(0, " + strings.Join([]string{Number(m[r][c]), Number(m[r][c+1]), Number(m[r+1][c]), Number(m[r+1][c+1])}, ", ") + ") = "
}
