package environment

import (
	"os"
	"testing"
)

// What is not set is set, and what is set stays.
func TestReproducible(t *testing.T) {
	t.Setenv("GOMLX_BACKEND", "xla:cpu")
	t.Setenv("GOMLX_SIMD_AVX512", "")
	Reproducible()
	if backend, avx512 := os.Getenv("GOMLX_BACKEND"), os.Getenv("GOMLX_SIMD_AVX512"); backend != "xla:cpu" || avx512 != "false" {
		t.Errorf("got backend %q, AVX-512 %q", backend, avx512)
	}
}
