package gotool

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/process"
)

// Run runs Go in the module and returns what it prints.
func Run(ctx context.Context, root string, args ...string) (string, error) {
	return RunWith(ctx, root, os.Environ(), args...)
}

// RunWith is [Run] with these variables for an environment.
func RunWith(ctx context.Context, root string, vars []string, args ...string) (string, error) {
	cmd := process.Command(ctx, "go", args...)
	cmd.Dir, cmd.Env = root, process.With(vars, "GOWORK=off") // there may be one above
	out, err := cmd.Output()
	var exit *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", say.Errorf("there is no go in PATH, and cells are compiled with it.\nNext: install Go from https://go.dev/dl, and start again",
			"PATH 里没有 go，而单元格要用它编译。\n怎么办：从 https://go.dev/dl 安装 Go，再启动")
	case errors.As(err, &exit):
		return "", say.Errorf("go %s failed:\n%s", "go %s 失败：\n%s", strings.Join(args, " "), process.LastLines(string(exit.Stderr), 6))
	}
	return string(out), err
}

// Env returns a variable as Go sees it, from the environment or its own settings.
func Env(ctx context.Context, root, name string) (string, error) {
	out, err := Run(ctx, root, "env", name)
	return strings.TrimSpace(out), err
}

// WithSIMD returns the user's Go experiments and simd, if the toolchain knows it and has
// it for this processor.
func WithSIMD(ctx context.Context, root string) (experiments string, ok bool) {
	experiments, err := Env(ctx, root, "GOEXPERIMENT")
	if err != nil || runtime.GOARCH != "amd64" || strings.Contains(experiments, "simd") {
		return experiments, false // nosimd: the user's own choice
	}
	more := strings.TrimPrefix(experiments+",simd", ",")
	cmd := process.Command(ctx, "go", "version")
	cmd.Env = process.With(os.Environ(), "GOEXPERIMENT="+more)
	if cmd.Run() != nil {
		return experiments, false
	}
	return more, true
}
