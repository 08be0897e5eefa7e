package environment

import (
	"os"
)

// Reproducible has cells compute in pure Go, whatever is installed on this machine, as the
// committed outputs do, and with the same instructions on every amd64 processor: GoMLX adds
// up in another order with AVX-512, and a training's last digits follow. GOMLX_BACKEND and
// GOMLX_SIMD_AVX512 have the last word.
func Reproducible() {
	for name, value := range map[string]string{"GOMLX_BACKEND": "go", "GOMLX_SIMD_AVX512": "false"} {
		if os.Getenv(name) == "" {
			os.Setenv(name, value)
		}
	}
}
