//go:build !goexperiment.simd

package lesson

const simd = false
