package plots

import (
	"image/color"
	"strconv"

	"convnet.example/lesson/internal/colour"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg/draw"
)

// A Bin is the answers whose probabilities, the network's own, are alike: how many there are,
// the mean of their probabilities, and how many of them are right, from 0 to 1.
type Bin struct {
	Count                int
	Confidence, Accuracy float64
}

// Bins sorts answers by their probabilities into ten bins: 0 to 0.1, and so on, up to 0.9 to 1.
// Bins panics unless it is said of each answer whether it is right, and if a probability is
// none.
func Bins(probability []float64, right []bool) []Bin {
	if len(probability) != len(right) {
		panicf("%d probabilities and %d answers: say of each whether it is right", len(probability), len(right))
	}
	bins := make([]Bin, 10)
	for i, p := range probability {
		if !(p >= 0 && p <= 1) {
			panicf("probability %d is %v: it lies between 0 and 1", i, p)
		}
		b := &bins[min(9, int(10*p))]
		b.Count++
		b.Confidence += (p - b.Confidence) / float64(b.Count) // a running mean
		hit := 0.0
		if right[i] {
			hit = 1
		}
		b.Accuracy += (hit - b.Accuracy) / float64(b.Count)
	}
	return bins
}

// Reliability returns a plot of the share of right answers in each bin against the mean
// probability, with the number of answers beside each point. Where the probabilities are
// honest, the points lie on the grey diagonal; below it the answers are too sure. An empty bin
// has no point. Reliability panics on a share or probability that is not between 0 and 1.
func Reliability(bins []Bin) *plot.Plot {
	p := newPlot("probability of the answer", valueTicks, "share that is right")
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	p.Add(&plotter.Line{XYs: plotter.XYs{{}, {X: 1, Y: 1}}, LineStyle: draw.LineStyle{Color: color.Gray{0x99}, Width: 1}})
	points, counts := reliable(bins)
	if len(points) == 0 {
		return p
	}
	p.Add(&plotter.Line{XYs: points, LineStyle: draw.LineStyle{Color: colour.Curves[0], Width: 1.5}},
		&plotter.Scatter{XYs: points, GlyphStyle: draw.GlyphStyle{Color: colour.Curves[0], Radius: 3, Shape: draw.CircleGlyph{}}},
		labelsLeft(p, points, counts))
	return p
}

// reliable returns the points of the bins that are not empty, and their counts in words.
func reliable(bins []Bin) (points plotter.XYs, counts []string) {
	for i, b := range bins {
		if b.Count == 0 {
			continue
		}
		if !(b.Confidence >= 0 && b.Confidence <= 1 && b.Accuracy >= 0 && b.Accuracy <= 1) {
			panicf("bin %d has the probability %v and the share %v: both lie between 0 and 1", i, b.Confidence, b.Accuracy)
		}
		points = append(points, plotter.XY{X: b.Confidence, Y: b.Accuracy})
		counts = append(counts, strconv.Itoa(b.Count))
	}
	return points, counts
}

// labelsLeft writes texts above points, on their left, in the letters of the plot.
func labelsLeft(p *plot.Plot, points plotter.XYs, texts []string) *plotter.Labels {
	style := p.Legend.TextStyle
	style.XAlign, style.YAlign, style.Color = text.XRight, text.YBottom, colour.Text
	list := &plotter.Labels{XYs: points, Labels: texts}
	for range texts {
		list.TextStyle = append(list.TextStyle, style)
	}
	list.Offset.X, list.Offset.Y = -4, 2 // a rising curve leaves room there
	return list
}
