package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// vars returns the environment variables of JupyterLab, and so of the kernel and of what
// cells run.
func (e *environment) vars(ctx context.Context) ([]string, error) {
	flags, err := goEnv(ctx, e.root, "GOFLAGS")
	if err != nil {
		return nil, err
	}
	if !strings.Contains(flags, "-ldflags") {
		flags = strings.TrimSpace(flags + " -ldflags=-w") // halves a cell's time
	}
	vars := set(os.Environ(),
		"PATH="+e.bin()+string(filepath.ListSeparator)+os.Getenv("PATH"),
		"GOFLAGS="+flags,
		"COURSE_ROOT="+e.root,
		"GOWORK", // the notebooks' first cell makes one
		"PYTHONNOUSERSITE=1", "PYTHONPATH", "PYTHONHOME",
		// The user's own Jupyter is neither read nor written.
		"JUPYTER_CONFIG_DIR="+e.jupyter("config"),
		"JUPYTER_DATA_DIR="+e.jupyter("data"),
		"JUPYTER_RUNTIME_DIR="+e.jupyter("runtime"),
		"IPYTHONDIR="+e.jupyter("ipython"),
		"JUPYTER_PREFER_ENV_PATH=1", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTERLAB_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR",
	)
	if experiments, ok := withSIMD(ctx, e.root); ok {
		vars = set(vars, "GOEXPERIMENT="+experiments)
	}
	return vars, nil
}

// jupyter returns a folder of what JupyterLab remembers. All environments share it.
func (e *environment) jupyter(name string) string { return filepath.Join(e.cache, "jupyter", name) }

// withSIMD returns the user's Go experiments and simd, if the toolchain knows it and has
// it for this processor.
func withSIMD(ctx context.Context, root string) (experiments string, ok bool) {
	experiments, err := goEnv(ctx, root, "GOEXPERIMENT")
	if err != nil || runtime.GOARCH != "amd64" || strings.Contains(experiments, "simd") {
		return experiments, false // nosimd: the user's own choice
	}
	experiments = strings.TrimPrefix(experiments+",simd", ",")
	cmd := command(ctx, "go", "version")
	cmd.Env = set(os.Environ(), "GOEXPERIMENT="+experiments)
	return experiments, cmd.Run() == nil
}

// warm compiles what cells import, so that the first cell need not. It takes a moment
// if nothing has changed. The course opens even if package lesson does not compile: its
// reader may be changing it.
func (e *environment) warm(ctx context.Context, log io.Writer) {
	vars, err := e.vars(ctx)
	if err != nil {
		return // the kernel will say so
	}
	if _, err := os.Stat(filepath.Join(e.root, "lesson")); err != nil {
		return // an image makes the environment before the lessons are in it
	}
	slow := time.AfterFunc(3*time.Second, func() { fmt.Fprintln(log, "Compiling package lesson …") })
	defer slow.Stop()
	cmd := command(ctx, "go", "build", "./lesson", "./lesson/exercise")
	cmd.Dir, cmd.Env = e.root, vars
	if out, err := cmd.CombinedOutput(); err != nil && ctx.Err() == nil {
		fmt.Fprintf(log, "Cells will fail, as package lesson does not compile:\n%s\n"+
			"Next: if you have changed it, correct it; if modules are missing, go mod download\n", lastLines(string(out), 10))
	}
}

// set returns vars with NAME=value set, and NAME alone removed.
func set(vars []string, changes ...string) []string {
	for _, change := range changes {
		name, _, keep := strings.Cut(change, "=")
		vars = slices.DeleteFunc(slices.Clone(vars), func(v string) bool { return strings.HasPrefix(v, name+"=") })
		if keep {
			vars = append(vars, change)
		}
	}
	return vars
}
