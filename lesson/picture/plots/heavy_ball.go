package plots

import (
	"image"
	"math"
	"strconv"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg/draw"
)

// HeavyBall returns a plot of [descent.SGD.Contraction] against the rate times the curvature, from 0
// to 4, and the momentum, from 0 to 1. The darker the blue, the shorter the way that is left
// after a step: a shade is a tenth, and the numbers on five of them are the factor. Where the
// ground is red, a run climbs out. Each run has a dot for every curvature.
func HeavyBall(curvatures []float64, runs ...Descent) *plot.Plot {
	p := newPlot("rate × curvature", valueTicks, "momentum")
	p.Add(plotter.NewImage(ballGround(), 0, 0, ballWidth, 1), ballNumbers())
	for i, run := range runs {
		var dots plotter.XYs
		for _, h := range curvatures {
			dots = append(dots, plotter.XY{X: run.LearningRate * h, Y: run.Momentum})
		}
		c := colour.Curves[len(colour.Curves)-1-i%len(colour.Curves)] // blue comes last
		s := &plotter.Scatter{XYs: dots, GlyphStyle: draw.GlyphStyle{Color: c, Radius: 4.5, Shape: draw.CircleGlyph{}}}
		p.Add(s)
		p.Legend.Add(runName(run, runs), s)
	}
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, ballWidth, 0, 1
	return p
}

const ballWidth = 4 // of the plot, rate × curvature; its height is 1

// ballGround colours each rate × curvature and momentum by the contraction.
func ballGround() image.Image {
	const width, height = 800, 400
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			s := Descent{LearningRate: ballWidth * (float64(x) + 0.5) / width, Momentum: 1 - (float64(y)+0.5)/height}
			shade := 0.4 // red
			if c := s.Contraction(1); c < 1 {
				shade = math.Floor(10*c)/10 - 1
			}
			img.SetRGBA(x, y, colour.Diverging(shade, 1))
		}
	}
	return img
}

// ballNumbers writes factors where 1 + μ = ηh: there they are √μ.
func ballNumbers() *plotter.Labels {
	labels, err := plotter.NewLabels(plotter.XYLabels{
		XYs:    plotter.XYs{{X: 3.4, Y: 0.45}},
		Labels: []string{"climbs out"},
	})
	if err != nil {
		panicf("%w", err)
	}
	for _, factor := range []float64{0.35, 0.55, 0.75, 0.85, 0.95} {
		labels.XYs = append(labels.XYs, plotter.XY{X: 1 + factor*factor, Y: factor * factor})
		labels.Labels = append(labels.Labels, strconv.FormatFloat(factor, 'f', -1, 64))
		labels.TextStyle = append(labels.TextStyle, labels.TextStyle[0])
	}
	for i := range labels.TextStyle {
		style := &labels.TextStyle[i]
		style.Font.Variant, style.Font.Size, style.XAlign, style.YAlign = "Sans", 11, text.XCenter, text.YCenter
	}
	return labels
}
