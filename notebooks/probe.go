package main

import (
	"context"
	_ "embed"
	"os"
	"path/filepath"
)

//go:embed probe.go.txt
var probeGo []byte

// probe runs probe.go.txt in the variables of the kernel, and returns what it prints.
func (e *environment) probe(ctx context.Context, args ...string) (string, error) {
	vars, err := e.vars(ctx)
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
	cmd := command(ctx, "go", append([]string{"run", program}, args...)...)
	cmd.Dir, cmd.Env = e.root, vars
	out, err := cmd.Output()
	return string(out), err
}
