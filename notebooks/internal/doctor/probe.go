package doctor

import (
	"context"
	_ "embed"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/process"
)

//go:embed probe.go.txt
var probeGo []byte

// probe runs probe.go.txt as the kernel runs a cell: in a module of its own in the temporary
// folder, after the notebooks' first cell, with the kernel's variables. It returns what it
// prints, and what went wrong in words.
func probe(ctx context.Context, e *environment.Environment, args ...string) (out string, wrong error) {
	vars, err := e.Vars(ctx)
	if err != nil {
		return "", err
	}
	folder, err := os.MkdirTemp("", "doctor")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(folder)
	if err := os.WriteFile(filepath.Join(folder, "main.go"), probeGo, 0o644); err != nil {
		return "", err
	}
	lessons := filepath.Join(e.Root, "notebooks", course.Languages[0])
	vars = process.With(vars, "GONB_DIR="+lessons)
	first, _, _ := strings.Cut(course.SetupCell, "\n")
	cell := filepath.Join(folder, "cell")
	for _, step := range []struct {
		folder  string
		command []string
	}{
		{folder, []string{"go", "mod", "init", "cell"}},
		{folder, []string{"/bin/bash", "-c", strings.TrimPrefix(first, "!*")}},
		{folder, []string{"go", "build", "-o", cell}},
		{lessons, append([]string{cell}, args...)},
	} {
		cmd := process.Command(ctx, step.command[0], step.command[1:]...)
		cmd.Dir, cmd.Env = step.folder, vars
		text, err := cmd.Output()
		if err != nil {
			return "", explain(err)
		}
		out = string(text)
	}
	return out, nil
}

// explain says what a step of the probe failed with, and what to do.
func explain(err error) error {
	said := err.Error()
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		said = process.LastLines(string(exit.Stderr), 6)
	}
	next := "if you have changed package lesson, correct it, or git checkout lesson; if modules are missing, go mod download"
	switch {
	case strings.Contains(said, "permission denied"), strings.Contains(said, "noexec"):
		next = "cells run in the temporary folder, " + os.TempDir() + ", which must allow programs: set TMPDIR to a folder of yours that does"
	case strings.Contains(said, "no space left"):
		next = "make room in " + os.TempDir() + ", or set TMPDIR to a folder on another disk"
	case strings.Contains(said, "C compiler"):
		next = "XLA needs a C compiler: " + environment.InstallHint("gcc", "gcc") + "; or compute without XLA: CGO_ENABLED=0"
	}
	return errors.New(strings.TrimSpace(said) + "\nNext: " + next)
}
