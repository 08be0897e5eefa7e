package lesson

import (
	"hash/fnv"
	"math"
	"math/rand/v2"

	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
	"github.com/gomlx/gomlx/ml/model"
)

// parameters returns the weight, with the dimensions dims, and the bias of a layer.
// At first every number is drawn from U(−1/√fanIn, 1/√fanIn), as in PyTorch, where
// fanIn is the number of values that flow into one output.
func (s *Sequential) parameters(name string, fanIn int, dims ...int) (weight, bias *graph.Node) {
	scope, g := s.scope.In("%s", name), s.x.Graph()
	bound := 1 / math.Sqrt(float64(fanIn))
	return parameter(scope, "weight", bound, dims...).NodeValue(g), parameter(scope, "bias", bound, dims[0]).NodeValue(g)
}

// parameter returns a variable of the scope. When it is new, its numbers depend on
// the seed and its name alone: they are the same on every backend.
func parameter(scope *model.Scope, name string, bound float64, dims ...int) *model.Variable {
	if v := scope.GetVariable(name); v != nil {
		return v
	}
	hash := fnv.New64()
	hash.Write([]byte(scope.Scope() + "/" + name))
	r := rand.New(rand.NewPCG(uint64(model.GetParamOr(scope, seedParam, int64(0))), hash.Sum64()))
	size := 1
	for _, d := range dims {
		size *= d
	}
	values := make([]float32, size)
	for i := range values {
		values[i] = float32(bound * (2*r.Float64() - 1))
	}
	return scope.VariableWithValue(name, tensors.FromFlatDataAndDimensions(values, dims...))
}

// seedParam is the name of the seed among GoMLX's hyperparameters.
const seedParam = "seed"
