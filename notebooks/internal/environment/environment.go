package environment

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

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/liveprogram"
)

//go:embed requirements.txt
var requirements string

// form changes when the launcher lays out an environment in another way.
const form = "4"

// An Environment is a folder with all that opens and runs the notebooks:
//
//	venv/     JupyterLab, in Python's virtual environment; the kernel is registered in it
//	bin/      the kernel gonb, and goimports and gopls, which it calls
//	live/     the live figures' program, for browsers: JupyterLab serves it
//	ready     made last: without it the folder is half-made, and made anew
//
// Scripts in a virtual environment name it by its full path, so that it is made where it
// stays. What goes into an environment is in its folder's name, and so another version of
// the course gets another environment.
type Environment struct {
	Root   string // the module's folder
	Cache  string // holds the environments, and what JupyterLab remembers
	Folder string
	tools  []tool
}

// CacheFolder is where environments are.
func CacheFolder() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", say.Errorf("there is no folder for the environment: %w; set HOME, or XDG_CACHE_HOME", "没有地方放环境：%w；请设置 HOME 或 XDG_CACHE_HOME", err)
	}
	return filepath.Join(cache, "convnet-notebooks"), nil
}

// New says where the environment for the module in root belongs.
func New(ctx context.Context, root string) (*Environment, error) {
	cache, err := CacheFolder()
	if err != nil {
		return nil, err
	}
	tools, err := kernelTools(ctx, root)
	if err != nil {
		return nil, err
	}
	version, err := gotool.Env(ctx, root, "GOVERSION")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(fmt.Append(nil, form, requirements, tools, version))
	return &Environment{root, cache, filepath.Join(cache, fmt.Sprintf("%x", sum[:6])), tools}, nil
}

// Python is the environment's own, Bin the folder of the kernel and its programs, and Live
// that of the live figures' program.
func (e *Environment) Python() string { return filepath.Join(e.Folder, "venv", "bin", "python") }
func (e *Environment) Bin() string    { return filepath.Join(e.Folder, "bin") }
func (e *Environment) Live() string   { return filepath.Join(e.Folder, "live") }
func (e *Environment) stamp() string  { return filepath.Join(e.Folder, "ready") }

// LiveProgram is the script of the live figures. It is missing where it did not compile.
func (e *Environment) LiveProgram() string { return filepath.Join(e.Live(), liveprogram.File) }

// Ready tells whether the environment is complete. A system update may have taken away
// the Python that it was made with.
func (e *Environment) Ready() bool {
	if _, err := os.Stat(e.stamp()); err != nil {
		return false
	}
	return exec.Command(e.Python(), "-c", "import jupyterlab, nbclient, nbconvert").Run() == nil
}

// Prepare makes the environment unless it is there, and compiles what cells import. Of
// two launchers at once the second waits for the first.
func (e *Environment) Prepare(ctx context.Context, log io.Writer) error {
	if err := e.complete(ctx, log); err != nil {
		return err
	}
	now := time.Now()
	os.Chtimes(e.stamp(), now, now) // in use: see sweep
	e.warm(ctx, log)
	return ctx.Err()
}

func (e *Environment) complete(ctx context.Context, log io.Writer) error {
	if e.Ready() {
		return nil
	}
	unlock, err := e.lock(ctx, log)
	if err != nil {
		return err
	}
	defer unlock()
	if e.Ready() { // by the other launcher
		return nil
	}
	return e.make(ctx, log)
}

// make makes the environment. What an interrupted try left goes first.
func (e *Environment) make(ctx context.Context, log io.Writer) error {
	if err := removeForGood(ctx, e.Folder); err != nil {
		return err
	}
	e.sweep()
	fmt.Fprintf(log, say.Text("Making the environment, once, in a few minutes: %s\n", "正在建环境，只需一次，要几分钟：%s\n"), e.Folder)
	for i, step := range []struct {
		what string
		do   func(context.Context) error
	}{
		{"JupyterLab", e.installPython},
		{say.Text("the Go kernel", "Go 内核"), e.buildTools},
		{say.Text("settings", "设置"), func(context.Context) error { return e.writeSettings() }},
	} {
		fmt.Fprintf(log, "  %d/3 %s\n", i+1, step.what)
		if err := step.do(ctx); err != nil {
			return err
		}
	}
	return os.WriteFile(e.stamp(), nil, 0o644)
}
