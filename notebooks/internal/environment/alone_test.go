package environment_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/prepared"
)

// Jupyter in the environment reads no configuration of the system or the user, and Python
// imports nothing from the working folder.
func TestJupyterIsAlone(t *testing.T) {
	e := prepared.Environment(t)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "json.py"), []byte("raise SystemExit('the json.py of the working folder')"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	t.Setenv("JUPYTER_CONFIG_PATH", "/elsewhere")
	t.Setenv("PYTHONPATH", folder)
	ask := environment.WithoutSystem + "import json, jupyter_core.paths as p; print(*p.jupyter_config_path(), *p.jupyter_path(), sep='\\n')"
	out, err := e.RunPython(t.Context(), e.Python(), "-c", ask)
	if err != nil {
		t.Fatal(err, out)
	}
	if !strings.Contains(out, filepath.Join(e.Folder, "venv")) {
		t.Errorf("it does not read its own configuration: %s", out)
	}
	for _, bad := range []string{"/elsewhere", "/etc/jupyter\n", "/usr/local", "/usr/share"} {
		for line := range strings.Lines(out) {
			if strings.HasPrefix(line, bad) {
				t.Errorf("it reads %s", line)
			}
		}
	}
	vars, err := e.Vars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range vars {
		if strings.HasPrefix(v, "JUPYTER_CONFIG_PATH=") || strings.HasPrefix(v, "PYTHONPATH=") {
			t.Errorf("a kernel gets %s", v)
		}
	}
}
