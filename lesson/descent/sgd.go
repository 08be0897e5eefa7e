package descent

import (
	"math"
	"slices"
)

// SGD is how a run goes downhill: by its rate, and by the share of its velocity that it keeps.
// A lesson.SGD converts to it.
type SGD struct{ LearningRate, Momentum float64 }

// Path returns the weights before the first step and after each, by PyTorch's rule for SGD
// with momentum: v ← Momentum·v + g, then w ← w − LearningRate·v.
func (s SGD) Path(start []float64, gradient func(w []float64) []float64, steps int) [][]float64 {
	w, v := slices.Clone(start), make([]float64, len(start))
	points := [][]float64{slices.Clone(w)}
	for range steps {
		for i, g := range gradient(w) {
			v[i] = s.Momentum*v[i] + g
			w[i] -= s.LearningRate * v[i]
		}
		points = append(points, slices.Clone(w))
	}
	return points
}

// Contraction returns by what factor a step changes the distance to the lowest point of the
// valley ½·h·w², in the long run: 0.9 leaves nine tenths of it, and above 1 the run climbs out.
// The gradient is h·w, so that two steps of SGD with momentum say
//
//	w″ = (1 + μ − ηh)·w′ − μ·w
//
// and w goes like λⁿ, where λ is the larger root, in absolute value, of
//
//	λ² − (1 + μ − ηh)·λ + μ = 0
//
// Without momentum that is 1 − ηh. Where the roots are complex, both are as large as √μ.
func (s SGD) Contraction(h float64) float64 {
	half := (1 + s.Momentum - s.LearningRate*h) / 2
	if d := half*half - s.Momentum; d > 0 {
		return math.Abs(half) + math.Sqrt(d)
	}
	return math.Sqrt(s.Momentum)
}

// Limit returns the rate from which on a run no longer comes to rest in the valley ½·h·w²,
// 2·(1 + Momentum)/h: there λ = −1 is a root of the equation in [SGD.Contraction].
func (s SGD) Limit(h float64) float64 { return 2 * (1 + s.Momentum) / h }
