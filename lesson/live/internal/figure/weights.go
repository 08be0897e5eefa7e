package figure

import _ "embed" // the weights

// Weights are the course's own, as a safetensors file: the lecture's network after ten epochs
// of MNIST, seed 1, by
//
//	go run ./lesson/train -data mnist -epochs 10
//
//go:embed weights.safetensors
var Weights []byte
