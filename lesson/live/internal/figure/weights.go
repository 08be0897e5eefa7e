package figure

import _ "embed" // the weights

// Weights are the course's own, as a safetensors file: the lecture's network, which has seen
// MNIST and the digits that the course draws, turned, slanted and shifted. This made them, on
// XLA:
//
//	go run ./lesson/live/weights lesson/live/internal/figure/weights.safetensors
//
//go:embed weights.safetensors
var Weights []byte
