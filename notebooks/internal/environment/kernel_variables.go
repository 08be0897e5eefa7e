package environment

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"convnet.example/lesson/plugins"
	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/process"
)

// Vars returns the environment variables of JupyterLab, and so of the kernel and of what
// cells run.
func (e *Environment) Vars(ctx context.Context) ([]string, error) {
	settings, err := gotool.ReadSettings(ctx, e.Root)
	if err != nil {
		return nil, err
	}
	vars := process.With(alone(settings.Vars()),
		"PATH="+e.Bin()+string(filepath.ListSeparator)+os.Getenv("PATH"),
		"COURSE_ROOT="+e.Root,
		// The user's own Jupyter is neither read nor written.
		"JUPYTER_CONFIG_DIR="+e.Jupyter("config"),
		"JUPYTER_DATA_DIR="+e.Jupyter("data"),
		"JUPYTER_RUNTIME_DIR="+e.Jupyter("runtime"),
		"IPYTHONDIR="+e.Jupyter("ipython"),
		"JUPYTER_PREFER_ENV_PATH=1",
	)
	vars = process.With(vars, settings.Flags("-ldflags=-w")) // halves a cell's time
	if experiments, _ := gotool.WithSIMD(ctx, e.Root); experiments != "" {
		vars = process.With(vars, "GOEXPERIMENT="+experiments)
	}
	if _, chosen := os.LookupEnv("CGO_ENABLED"); !chosen && settings["CGO_ENABLED"] == "" && !(computesWithXLA() && e.CCompiler(ctx) != "") {
		vars = process.With(vars, "CGO_ENABLED=0") // only XLA needs it, and the linker takes twice as long with it
	}
	return vars, nil
}

// CCompiler returns the C compiler that Go would call, or "" if there is none.
func (e *Environment) CCompiler(ctx context.Context) string {
	cc, _ := gotool.Env(ctx, e.Root, "CC")
	if program, _, _ := strings.Cut(cc, " "); !process.Found(program) {
		return ""
	}
	return cc
}

// computesWithXLA tells whether cells will use XLA: as $GOMLX_BACKEND says, or if there is a
// plugin to use.
func computesWithXLA() bool {
	if backend := os.Getenv("GOMLX_BACKEND"); backend != "" {
		return strings.HasPrefix(backend, "xla")
	}
	return len(plugins.Installed()) > 0
}

// Jupyter returns a folder of what JupyterLab remembers. All environments share it.
func (e *Environment) Jupyter(name string) string { return filepath.Join(e.Cache, "jupyter", name) }
