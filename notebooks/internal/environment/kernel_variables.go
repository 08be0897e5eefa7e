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
	flags, err := gotool.Env(ctx, e.Root, "GOFLAGS")
	if err != nil {
		return nil, err
	}
	if !strings.Contains(flags, "-ldflags") {
		flags = strings.TrimSpace(flags + " -ldflags=-w") // halves a cell's time
	}
	vars := process.With(os.Environ(),
		"PATH="+e.Bin()+string(filepath.ListSeparator)+os.Getenv("PATH"),
		"GOFLAGS="+flags,
		"COURSE_ROOT="+e.Root,
		"GOWORK", // the notebooks' first cell makes one
		"PYTHONNOUSERSITE=1", "PYTHONPATH", "PYTHONHOME",
		// The user's own Jupyter is neither read nor written.
		"JUPYTER_CONFIG_DIR="+e.Jupyter("config"),
		"JUPYTER_DATA_DIR="+e.Jupyter("data"),
		"JUPYTER_RUNTIME_DIR="+e.Jupyter("runtime"),
		"IPYTHONDIR="+e.Jupyter("ipython"),
		"JUPYTER_PREFER_ENV_PATH=1", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTERLAB_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR",
	)
	if experiments, ok := gotool.WithSIMD(ctx, e.Root); ok {
		vars = process.With(vars, "GOEXPERIMENT="+experiments)
	}
	if _, chosen := os.LookupEnv("CGO_ENABLED"); !chosen && !computesWithXLA() {
		vars = process.With(vars, "CGO_ENABLED=0") // only XLA needs it, and the linker takes twice as long with it
	}
	return vars, nil
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
