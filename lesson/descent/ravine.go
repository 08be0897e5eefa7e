package descent

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
