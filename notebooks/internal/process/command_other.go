//go:build !unix

package process

import (
	"context"
	"os/exec"
)

// Command is a program that ends with ctx. The notebooks' first cell needs a Unix shell:
// on Windows the course runs in WSL.
func Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, name, args...)
}
