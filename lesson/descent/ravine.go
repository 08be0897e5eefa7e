package descent

import "math"

// A Ravine is a long narrow valley over x and y, lowest at (0, 0):
//
//	f(x, y) = ½(Along·x² + Across·y²)
type Ravine struct{ Along, Across float64 } // the curvatures

// Course is the ravine of notebook 09, and Start is where its runs begin.
var (
	Course = Ravine{Along: 2, Across: 190}
	Start  = []float64{-2, 0.2}
)

// Gradient returns the slope at a point, (Along·x, Across·y).
func (r Ravine) Gradient(w []float64) []float64 {
	return []float64{r.Along * w[0], r.Across * w[1]}
}

// Contour returns points around the line of that height, an ellipse with half axes √(2·f/Along)
// and √(2·f/Across); the last point is the first.
func (r Ravine) Contour(height float64) (points [][2]float64) {
	const corners = 200
	for i := range corners + 1 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		points = append(points, [2]float64{cos * math.Sqrt(2*height/r.Along), sin * math.Sqrt(2*height/r.Across)})
	}
	return points
}
