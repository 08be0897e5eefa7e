//go:build !(amd64 && goexperiment.simd)

package backend

// SIMD tells that pure Go computes number by number in this program: see simd.go.
const SIMD = false
