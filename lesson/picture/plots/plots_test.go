package plots_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture/plots"

	"gonum.org/v1/plot"
)

var (
	nan      = math.NaN()
	accuracy = []float64{.9671, .9774, .9812, .9836, .9849, .9858, .9853, .9869, .9874, .9873}
)

func TestAccuracyPlotPicture(t *testing.T) {
	golden.Check(t, "accuracy", plots.Render(plots.Accuracy(accuracy), 480, 320), golden.Soft)
}

func TestCompareAccuracyPicture(t *testing.T) {
	slow := []float64{.9525, .9650, .9722, .9760, nan, .9811, .9820, .9841, .9855, .9862}
	p := plots.CompareAccuracy([]string{"momentum 0.5", "momentum 0"}, [][]float64{accuracy, slow})
	golden.Check(t, "compare", plots.Render(p, 480, 320), golden.Soft)
}

func TestLossPlotPicture(t *testing.T) {
	losses := make([]float64, 90)
	for i := range losses {
		losses[i] = 2.2*math.Exp(-float64(i)/12) + 0.1 + 0.04*math.Sin(float64(i*i))
	}
	losses[40], losses[42], losses[60] = nan, math.Inf(1), nan // 41 is a dot
	golden.Check(t, "loss", plots.Render(plots.Loss(losses, 100), 480, 320), golden.Soft)
}

func TestRavinePlotPicture(t *testing.T) {
	p := plots.Ravine(60, plots.Descent{LearningRate: 0.01}, plots.Descent{LearningRate: 0.01, Momentum: 0.5},
		plots.Descent{LearningRate: 0.01, Momentum: 0.9})
	golden.Check(t, "ravine", plots.Render(p, 440, 280), golden.Soft)
}

func TestParabolaPicture(t *testing.T) {
	golden.Check(t, "parabola", plots.Render(plots.Parabola(7, plots.Descent{LearningRate: 1.05}), 330, 240), golden.Soft)
}

func TestHeavyBallPicture(t *testing.T) {
	p := plots.HeavyBall([]float64{2, 190}, plots.Descent{LearningRate: 0.01}, plots.Descent{LearningRate: 0.01, Momentum: 0.5})
	golden.Check(t, "heavyball", plots.Render(p, 560, 330), golden.Soft)
}

func TestCompareLossPicture(t *testing.T) {
	learned, held := []float64{0.5, 0.2, 0.09, 0.03, 0.01}, []float64{0.55, 0.3, 0.21, 0.22, 0.25}
	p := plots.CompareLoss([]string{"learned from", "held out"}, [][]float64{learned, held})
	golden.Check(t, "compareloss", plots.Render(p, 480, 280), golden.Soft)
}

// A path that climbs out of the ravine ends at its edge, and no run is no path.
func TestRavinePlotOfRunsThatDiverge(t *testing.T) {
	plots.Render(plots.Ravine(2000, plots.Descent{LearningRate: 1e9, Momentum: 0.9}, plots.Descent{}), 100, 80)
	plots.Render(plots.Ravine(0), 100, 80)
}

// What is written on the axes, whatever the data.
func TestPlotTicks(t *testing.T) {
	inf := math.Inf(1)
	zeroUp := []string{"0.000", "0.001", "0.002", "0.003", "0.004", "0.005", "0.006"}
	tests := []struct {
		name string
		plot *plot.Plot
		x, y []string
	}{
		{"ten epochs", plots.Accuracy(accuracy),
			[]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"},
			[]string{"0.965", "0.970", "0.975", "0.980", "0.985", "0.990"}},
		{"0.55/0.005 is too large", plots.Accuracy([]float64{0.55, 0.58}),
			[]string{"1", "2"}, []string{"0.550", "0.555", "0.560", "0.565", "0.570", "0.575", "0.580"}},
		{"0.57/0.005 is too small", plots.Accuracy([]float64{0.57, 0.6}),
			[]string{"1", "2"}, []string{"0.570", "0.575", "0.580", "0.585", "0.590", "0.595", "0.600"}},
		{"0.56/0.005 is too large", plots.Accuracy([]float64{0.53, 0.56}),
			[]string{"1", "2"}, []string{"0.530", "0.535", "0.540", "0.545", "0.550", "0.555", "0.560"}},
		{"0.67-0.6 is too large", plots.Accuracy([]float64{0.67, 0.6}),
			[]string{"1", "2"}, []string{"0.60", "0.61", "0.62", "0.63", "0.64", "0.65", "0.66", "0.67"}},
		{"no epoch", plots.Accuracy(nil),
			[]string{"1", "2"}, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{"one epoch", plots.Accuracy([]float64{0.967}),
			[]string{"1", "2"}, []string{"0.962", "0.964", "0.966", "0.968", "0.970", "0.972"}},
		{"perfect", plots.Accuracy([]float64{1, 1, 1}),
			[]string{"1", "2", "3"}, []string{"0.994", "0.995", "0.996", "0.997", "0.998", "0.999", "1.000"}},
		{"hopeless", plots.Accuracy([]float64{0, 0}),
			[]string{"1", "2"}, zeroUp},
		{"no number", plots.Accuracy([]float64{nan, inf, -inf}),
			[]string{"1", "2", "3"}, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{"runs of different lengths", plots.CompareAccuracy(nil, [][]float64{{0.5}, {0.1, 0.8, 0.9}}),
			[]string{"1", "2", "3"}, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{"many epochs", plots.Accuracy(make([]float64, 31)),
			[]string{"5", "10", "15", "20", "25", "30"}, zeroUp},
		{"the lecture's losses", plots.Loss([]float64{0.58, 0.17, 0.12}, 300),
			[]string{"0", "200", "400", "600", "800"},
			[]string{"0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"}},
		{"the losses of ten epochs", plots.Loss(make([]float64, 9380), 1),
			[]string{"0", "2000", "4000", "6000", "8000"}, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{"no loss", plots.Loss(nil, 300),
			[]string{"0", "50", "100", "150", "200", "250", "300"}, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{"diverged", plots.Loss([]float64{248, nan, inf}, 1),
			[]string{"0", "1", "2", "3"}, []string{"0", "50", "100", "150", "200", "250"}},
		{"zeros", plots.Loss([]float64{0, 0}, 1),
			[]string{"0", "1", "2"}, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{"below zero", plots.Loss([]float64{1, -1}, 1),
			[]string{"0", "1", "2"}, []string{"-1.0", "-0.5", "0.0", "0.5", "1.0"}},
	}
	for _, test := range tests {
		if got := labels(test.plot.X); !slices.Equal(got, test.x) {
			t.Errorf("%s: x %q, want %q", test.name, got, test.x)
		}
		if got := labels(test.plot.Y); !slices.Equal(got, test.y) {
			t.Errorf("%s: y %q, want %q", test.name, got, test.y)
		}
		plots.Render(test.plot, 100, 80) // does not panic
	}
}

// labels returns the labels of an axis, which lie on it.
func labels(axis plot.Axis) []string {
	var all []string
	for _, tick := range axis.Tick.Marker.Ticks(axis.Min, axis.Max) {
		if at := axis.Norm(tick.Value); at > -1e-3 && at < 1+1e-3 {
			all = append(all, tick.Label)
		}
	}
	return all
}

func TestPlotMisuse(t *testing.T) {
	tests := []struct {
		want string
		call func()
	}{
		{"lesson: a loss every 0 steps: say how many steps lie between two losses, as in plots.Loss(losses, 300)",
			func() { plots.Loss(accuracy, 0) }},
		{"lesson: accuracies from 0.5 to 98: they lie between 0 and 1, so divide percents by 100",
			func() { plots.Accuracy([]float64{98, 0.5}) }},
		{"lesson: accuracies from -0.5 to 0.5: they lie between 0 and 1, so divide percents by 100",
			func() { plots.Accuracy([]float64{-0.5, 0.5}) }},
		{"lesson: -1 steps: there must be 0 or more", func() { plots.Ravine(-1) }},
		{"lesson: -1 steps: there must be 0 or more", func() { plots.Parabola(-1, plots.Descent{}) }},
		{"lesson: 1 names for 2 runs: give one for each",
			func() { plots.CompareLoss([]string{"a"}, make([][]float64, 2)) }},
		{"lesson: 1 names for 2 runs: give one for each",
			func() { plots.CompareAccuracy([]string{"a"}, make([][]float64, 2)) }},
	}
	for _, test := range tests {
		if got := panicOf(test.call); got != test.want {
			t.Errorf("got  %v\nwant %s", got, test.want)
		}
	}
}

// panicOf calls f and returns what it panics with.
func panicOf(f func()) (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	f()
	return ""
}
