//go:build amd64 && goexperiment.simd

package backend

import "golang.org/x/sys/cpu"

// SIMD tells whether pure Go computes with the processor's vector instructions: a program built
// with GOEXPERIMENT=simd for an x86-64 processor does, where that has AVX2 and FMA.
var SIMD = cpu.X86.HasAVX2 && cpu.X86.HasFMA
