package environment

import (
	"os"
)

// Reproducible has cells compute in pure Go, whatever is installed on this machine, as the
// committed outputs do. GOMLX_BACKEND has the last word.
func Reproducible() {
	if os.Getenv("GOMLX_BACKEND") == "" {
		os.Setenv("GOMLX_BACKEND", "go")
	}
}
