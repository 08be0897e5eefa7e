//go:build !goexperiment.simd

package backend

const SIMD = false
