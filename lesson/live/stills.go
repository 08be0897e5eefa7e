package live

import (
	"bytes"
	"image"
	"strings"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/descent"
	"convnet.example/lesson/digits/drawn"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/picture"
	"convnet.example/lesson/picture/plots"
	"convnet.example/lesson/say"
	"github.com/janpfeifer/must"
)

// figures are the live figures: what a reader is told about each, and how it looks where it
// cannot move.
var figures = map[string]struct {
	caption func() string
	still   func(cell) []image.Image
}{
	"window": {
		func() string {
			return say.Text("A window walks over 7×7 numbers: choose its kernel, padding, stride and dilation.", "窗口在 7×7 个数上移动：卷积核、填充、步幅、空洞率都可以调。")
		}, windowStill},
	"kernel": {
		func() string {
			return say.Text("A digit, a kernel to edit, and the map that it makes, correlated or convolved.", "一个数字、一个可以修改的卷积核，以及它给出的特征图：互相关或卷积。")
		}, kernelStill},
	"descent": {
		func() string {
			return say.Text("Sixty steps down a ravine: choose the rate and the momentum.", "在峡谷里走六十步：学习率和动量都可以调。")
		}, descentStill},
	"draw": {
		func() string {
			return say.Text("Draw a digit: the network reads it while you draw, and shows all its maps.", "写一个数字：边写，网络边认，并显示所有特征图。")
		}, drawStill},
}

func windowStill(cell) []image.Image {
	w := conv.Window{Kernel: 3, Stride: 2, Padding: 1}
	ones := [][]float64{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}
	return []image.Image{picture.Window(figure.Numbers, w, 1, 1), picture.Matrix(conv.Correlate(figure.Numbers, ones, w))}
}

// seven is a digit to show.
func seven() []byte { return drawn.Of(7, 1) }

func kernelStill(cell) []image.Image {
	x, k := picture.Patch(seven(), 0, 0, mnist.Side), figure.Presets()[0].Kernel
	y := conv.Correlate(x, k, conv.Window{})
	return []image.Image{picture.Sheet([][]byte{seven()}, 1, 6), picture.Matrix(k), picture.MapSheet([][][]float64{y}, 1, 6)}
}

func descentStill(cell) []image.Image {
	run := descent.SGD{LearningRate: 0.01, Momentum: 0.5}
	return []image.Image{plots.Render(plots.Ravine(60, run), 520, 280)}
}

func drawStill(c cell) []image.Image {
	weights := c.weights
	if weights == nil {
		weights = figure.Weights
	}
	a := must.M1(figure.ReadNetwork(bytes.NewReader(weights))).Run(seven()) // Weights has read them before
	return []image.Image{
		picture.CaptionSheet([][]byte{seven()}, []string{latin(a)}, 1, 4),
		picture.MapSheet(a.Relu1, 5, 4),
	}
}

// latin is the answer in letters that pictures have: none of them is Chinese.
func latin(a *figure.Activations) string {
	return strings.ReplaceAll(strings.ReplaceAll(a.Said(), "，", ", "), "拿不准", "?")
}
