package plots_test

import (
	"fmt"
	"math"
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture/plots"
)

// Three rows that differ along the direction (3, 4, 0) only: the first component has it all.
func ExamplePlane() {
	points, share := plots.Plane([][]float32{{0, 0, 7}, {3, 4, 7}, {6, 8, 7}})
	fmt.Printf("from the first row to the last %.0f, %.0f %% of the variance\n", math.Abs(points[2][0]-points[0][0]), 100*share)
	// Output: from the first row to the last 10, 100 % of the variance
}

func TestClassesPlotPicture(t *testing.T) {
	var points [][2]float64
	var labels []byte
	for i := range 200 {
		digit := i % 10
		angle, far := float64(digit)/10*2*math.Pi, 3+math.Sin(float64(i*i))
		points = append(points, [2]float64{far * math.Cos(angle), far*math.Sin(angle) + 0.3*math.Cos(float64(i))})
		labels = append(labels, byte(digit))
	}
	golden.Check(t, "classes", plots.Render(plots.Classes(points, labels), 420, 320), golden.Soft)
	plots.Render(plots.Classes(nil, nil), 100, 80) // does not panic
}

func TestReliabilityPlotPicture(t *testing.T) {
	bins := []plots.Bin{{}, {}, {}, {16, 0.35, 0.19}, {40, 0.46, 0.33}, {91, 0.54, 0.57}, {99, 0.65, 0.70},
		{154, 0.75, 0.82}, {239, 0.86, 0.91}, {9361, 0.994, 0.997}}
	golden.Check(t, "reliability", plots.Render(plots.Reliability(bins), 420, 320), golden.Soft)
	plots.Render(plots.Reliability(nil), 100, 80)
}

// Ten answers of 0.95, of which nine are right, and a hesitant one.
func ExampleBins() {
	p := []float64{0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.35}
	right := []bool{true, true, true, true, true, true, true, true, true, false, false}
	for i, b := range plots.Bins(p, right) {
		if b.Count > 0 {
			fmt.Printf("bin %d: %d answers of %.2f, %.2f right\n", i, b.Count, b.Confidence, b.Accuracy)
		}
	}
	// Output:
	// bin 3: 1 answers of 0.35, 0.00 right
	// bin 9: 10 answers of 0.95, 0.90 right
}

func TestClassesAndBinsMisuse(t *testing.T) {
	for want, call := range map[string]func(){
		"lesson: 1 points and 0 labels: give a digit for each point": func() { plots.Classes(make([][2]float64, 1), nil) },
		"lesson: label 0 is 10: digits go from 0 to 9":               func() { plots.Classes(make([][2]float64, 1), []byte{10}) },
		"lesson: row 0 has 3 numbers and row 1 has 2: make all rows equally long": func() {
			plots.Plane([][]float32{{1, 2, 3}, {1, 2}})
		},
		"lesson: a plane needs two rows or more of two numbers or more":          func() { plots.Plane(nil) },
		"lesson: 1 probabilities and 0 answers: say of each whether it is right": func() { plots.Bins([]float64{1}, nil) },
		"lesson: probability 0 is 98: it lies between 0 and 1":                   func() { plots.Bins([]float64{98}, []bool{true}) },
		"lesson: bin 0 has the probability 98 and the share 0.5: both lie between 0 and 1": func() {
			plots.Reliability([]plots.Bin{{Count: 1, Confidence: 98, Accuracy: 0.5}})
		},
	} {
		if got := panicOf(call); got != want {
			t.Errorf("got  %v\nwant %s", got, want)
		}
	}
}
