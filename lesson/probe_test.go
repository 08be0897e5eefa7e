package lesson

import (
	"math"
	"strings"
	"testing"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/janpfeifer/must"
)

// The output of a layer for more images than a graph takes at once.
func TestProbeOfALayer(t *testing.T) {
	c, _ := trainedOn(t, 320, Config{})
	d := digits.Draw(2, evalBatch+3)
	conv2 := must.M1(c.Probe(func(_ *graph.Node, layers []Layer) *graph.Node { return layers[3].Output }))
	answers := must.M1(conv2(d.Values()))
	if len(answers) != d.Len() {
		t.Fatalf("%d answers for %d images", len(answers), d.Len())
	}
	for _, i := range []int{0, evalBatch - 1, evalBatch + 2} {
		maps := must.M1(c.FeatureMaps("conv2", d.Image(i)))
		for at, got := range answers[i] {
			if want := maps[at/64][at/8%8][at%8]; math.Abs(float64(got)-want) > 1e-4 {
				t.Fatalf("image %d, number %d: %v, want %v", i, at, got, want)
			}
		}
	}
}

// A gradient with respect to the pixels against a difference quotient.
func TestProbeOfAGradient(t *testing.T) {
	c, _ := trainedOn(t, 640, Config{})
	logit := func(layers []Layer) *graph.Node {
		return graph.Slice(last(layers), graph.AxisRange(), graph.AxisElem(3))
	}
	value := must.M1(c.Probe(func(_ *graph.Node, layers []Layer) *graph.Node { return logit(layers) }))
	slope := must.M1(c.Probe(func(x *graph.Node, layers []Layer) *graph.Node {
		return graph.Gradient(graph.ReduceAllSum(logit(layers)), x)[0]
	}))
	images := digits.Draw(2, 2).Values()
	const step = 1e-2
	at := 14*mnist.Side + 14
	gradient := must.M1(slope(images))
	for i := range images {
		before := must.M1(value(images))[i][0]
		images[i][at] += step
		after := must.M1(value(images))[i][0]
		images[i][at] -= step
		if got, want := float64(gradient[i][at]), float64(after-before)/step; math.Abs(got-want) > 0.02+0.1*math.Abs(want) {
			t.Errorf("image %d: the gradient is %v, and the quotient %v", i, got, want)
		}
	}
}

func TestProbeMisuse(t *testing.T) {
	c := must.M1(NewClassifier(Net, 1))
	one := must.M1(c.Probe(func(_ *graph.Node, layers []Layer) *graph.Node { return graph.ReduceAllSum(last(layers)) }))
	if _, err := one(digits.Draw(1, 2).Values()); err == nil || !strings.Contains(err.Error(), "return one for each, [2, …]") {
		t.Errorf("one answer to two images: error %v", err)
	}
	if _, err := one([][]float32{{1, 2}}); err == nil || !strings.Contains(err.Error(), "an image has 784") {
		t.Errorf("an image of two values: error %v", err)
	}
	if none, err := one(nil); err != nil || len(none) != 0 {
		t.Errorf("no image: %v, %v", none, err)
	}
}
