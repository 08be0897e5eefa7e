package main

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

//go:embed requirements.txt
var requirements string

// form changes when the launcher lays out an environment in another way.
const form = "3"

// An environment is a folder with all that opens and runs the notebooks:
//
//	venv/     JupyterLab, in Python's virtual environment; the kernel is registered in it
//	bin/      the kernel gonb, and goimports and gopls, which it calls
//	ready     made last: without it the folder is half-made, and made anew
//
// Scripts in a virtual environment name it by its full path, so that it is made where it
// stays. What goes into an environment is in its folder's name, and so another version of
// the course gets another environment.
type environment struct {
	root   string // the module's folder
	cache  string // holds the environments, and what JupyterLab remembers
	folder string
	tools  []tool
}

// cacheFolder is where environments are.
func cacheFolder() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder for the environment: %w; set HOME, or XDG_CACHE_HOME", err)
	}
	return filepath.Join(cache, "convnet-notebooks"), nil
}

// newEnvironment says where the environment for the module in root belongs.
func newEnvironment(ctx context.Context, root string) (*environment, error) {
	cache, err := cacheFolder()
	if err != nil {
		return nil, err
	}
	tools, err := kernelTools(ctx, root)
	if err != nil {
		return nil, err
	}
	version, err := goEnv(ctx, root, "GOVERSION")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(fmt.Append(nil, form, requirements, tools, version))
	return &environment{root, cache, filepath.Join(cache, fmt.Sprintf("%x", sum[:6])), tools}, nil
}

func (e *environment) python() string { return filepath.Join(e.folder, "venv", "bin", "python") }
func (e *environment) bin() string    { return filepath.Join(e.folder, "bin") }
func (e *environment) stamp() string  { return filepath.Join(e.folder, "ready") }

// ready tells whether the environment is complete. A system update may have taken away
// the Python that it was made with.
func (e *environment) ready() bool {
	if _, err := os.Stat(e.stamp()); err != nil {
		return false
	}
	return exec.Command(e.python(), "-c", "import jupyterlab, nbclient, nbconvert").Run() == nil
}

// prepare makes the environment unless it is there, and compiles what cells import. Of
// two launchers at once the second waits for the first.
func (e *environment) prepare(ctx context.Context, log io.Writer) error {
	if err := e.complete(ctx, log); err != nil {
		return err
	}
	now := time.Now()
	os.Chtimes(e.stamp(), now, now) // in use: see sweep
	e.warm(ctx, log)
	return ctx.Err()
}

func (e *environment) complete(ctx context.Context, log io.Writer) error {
	if e.ready() {
		return nil
	}
	unlock, err := e.lock(ctx, log)
	if err != nil {
		return err
	}
	defer unlock()
	if e.ready() { // by the other launcher
		return nil
	}
	return e.make(ctx, log)
}

// make makes the environment. What an interrupted try left goes first.
func (e *environment) make(ctx context.Context, log io.Writer) error {
	if err := os.RemoveAll(e.folder); err != nil {
		return err
	}
	e.sweep()
	fmt.Fprintf(log, "Making the environment, once, in a few minutes: %s\n", e.folder)
	for i, step := range []struct {
		what string
		do   func(context.Context) error
	}{
		{"JupyterLab", e.installPython},
		{"the Go kernel", e.buildTools},
		{"settings", func(context.Context) error { return e.writeSettings() }},
	} {
		fmt.Fprintf(log, "  %d/3 %s\n", i+1, step.what)
		if err := step.do(ctx); err != nil {
			return err
		}
	}
	return os.WriteFile(e.stamp(), nil, 0o644)
}
