package doctor

import (
	"context"
	_ "embed"
	"os"
	"path/filepath"

	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/process"
)

//go:embed probe.go.txt
var probeGo []byte

// probe runs probe.go.txt in the variables of the kernel, and returns what it prints.
func probe(ctx context.Context, e *environment.Environment, args ...string) (string, error) {
	vars, err := e.Vars(ctx)
	if err != nil {
		return err.Error(), err
	}
	folder, err := os.MkdirTemp("", "doctor")
	if err != nil {
		return err.Error(), err
	}
	defer os.RemoveAll(folder)
	program := filepath.Join(folder, "main.go")
	if err := os.WriteFile(program, probeGo, 0o644); err != nil {
		return err.Error(), err
	}
	cmd := process.Command(ctx, "go", append([]string{"run", program}, args...)...)
	cmd.Dir, cmd.Env = e.Root, vars
	out, err := cmd.Output()
	return string(out), err
}
