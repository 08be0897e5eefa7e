//go:build goexperiment.simd

package backend

// simd tells whether the pure-Go backend multiplies with the processor's vector
// instructions: it does if the program was built with GOEXPERIMENT=simd.
const SIMD = true
