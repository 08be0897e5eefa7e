package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// A tool is a program of go.mod's tool lines, and the version of its module.
type tool struct{ Path, Version string }

// moduleRoot returns the folder of the course: the working folder, or one above it.
func moduleRoot() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for folder := start; ; folder = filepath.Dir(folder) {
		_, noModule := os.Stat(filepath.Join(folder, "go.mod"))
		_, noCourse := os.Stat(filepath.Join(folder, "notebooks", "requirements.txt"))
		if noModule == nil && noCourse == nil {
			return folder, nil
		}
		if folder == filepath.Dir(folder) {
			return "", fmt.Errorf("%s is not in a clone of the course: change into the clone, and start again", start)
		}
	}
}

// kernelTools returns the kernel and the programs that it calls, as go.mod names them.
func kernelTools(ctx context.Context, root string) (tools []tool, err error) {
	out, err := goCommand(ctx, root, "mod", "edit", "-json")
	if err != nil {
		return nil, err
	}
	var module struct {
		Require []tool
		Tool    []tool
	}
	if err := json.Unmarshal([]byte(out), &module); err != nil {
		return nil, fmt.Errorf("go mod edit -json: %w", err)
	}
	for _, t := range module.Tool {
		if !slices.Contains([]string{"gonb", "goimports", "gopls"}, path.Base(t.Path)) {
			continue
		}
		longest := ""
		for _, m := range module.Require {
			if len(m.Path) > len(longest) && strings.HasPrefix(t.Path+"/", m.Path+"/") {
				longest, t.Version = m.Path, m.Version
			}
		}
		tools = append(tools, t)
	}
	if len(tools) != 3 {
		return nil, fmt.Errorf("%s/go.mod: the tool lines name only %v of gonb, goimports and gopls", root, tools)
	}
	return tools, nil
}

// goCommand runs Go in the module and returns what it prints.
func goCommand(ctx context.Context, root string, args ...string) (string, error) {
	cmd := command(ctx, "go", args...)
	cmd.Dir = root
	out, err := cmd.Output()
	var exit *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", fmt.Errorf("there is no go in PATH, and cells are compiled with it.\nNext: install Go from https://go.dev/dl, and start again")
	case errors.As(err, &exit):
		return "", fmt.Errorf("go %s failed:\n%s", strings.Join(args, " "), lastLines(string(exit.Stderr), 6))
	}
	return string(out), err
}

// goEnv returns a variable as Go sees it, from the environment or its own settings.
func goEnv(ctx context.Context, root, name string) (string, error) {
	out, err := goCommand(ctx, root, "env", name)
	return strings.TrimSpace(out), err
}

// buildTools builds the kernel and its helpers. They need no C compiler.
func (e *environment) buildTools(ctx context.Context) error {
	args := []string{"build", "-trimpath", "-ldflags=-s -w", "-o", e.bin() + string(filepath.Separator)}
	for _, t := range e.tools {
		args = append(args, t.Path)
	}
	cmd := command(ctx, "go", args...)
	cmd.Dir, cmd.Env = e.root, set(os.Environ(), "CGO_ENABLED=0", "GOOS="+runtime.GOOS, "GOARCH="+runtime.GOARCH, "GOWORK=off")
	if err := os.MkdirAll(e.bin(), 0o755); err != nil {
		return err
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("the Go kernel could not be built:\n%s\nNext: see that this machine reaches the Go module proxy (go mod download), and start again", lastLines(string(out), 6))
	}
	return e.wrapGopls()
}
