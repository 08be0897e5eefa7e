package plots_test

import (
	"fmt"
	"math"
	"testing"

	"convnet.example/lesson/internal/golden"
	"convnet.example/lesson/picture/plots"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// Rows of numbers become points by principal components: the two directions in which the rows
// differ most. Here they differ along (3, 4, 0) only, so that all second coordinates are 0.
func ExampleClasses() {
	rows := mat.NewDense(3, 3, []float64{0, 0, 7, 3, 4, 7, 6, 8, 7})
	var pc stat.PC
	if !pc.PrincipalComponents(rows, nil) {
		panic("the components were not found")
	}
	var axes, at mat.Dense
	pc.VectorsTo(&axes)
	at.Mul(rows, axes.Slice(0, 3, 0, 2))
	fmt.Printf("from the first row to the last %.0f\n", math.Abs(at.At(2, 0)-at.At(0, 0)))
	points := make([][2]float64, 3)
	for i := range points {
		points[i] = [2]float64{at.At(i, 0), at.At(i, 1)}
	}
	fmt.Println(plots.Render(plots.Classes(points, []byte{7, 7, 1}), 300, 240).Bounds().Size())
	// Output:
	// from the first row to the last 10
	// (300,240)
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

func TestClassesAndBinsMisuse(t *testing.T) {
	for want, call := range map[string]func(){
		"lesson: 1 points and 0 labels: give a digit for each point": func() { plots.Classes(make([][2]float64, 1), nil) },
		"lesson: label 0 is 10: digits go from 0 to 9":               func() { plots.Classes(make([][2]float64, 1), []byte{10}) },
		"lesson: bin 0 has the probability 98 and the share 0.5: both lie between 0 and 1": func() {
			plots.Reliability([]plots.Bin{{Count: 1, Confidence: 98, Accuracy: 0.5}})
		},
	} {
		if got := panicOf(call); got != want {
			t.Errorf("got  %v\nwant %s", got, want)
		}
	}
}
