package environment

import (
	"slices"
	"strings"

	"convnet.example/notebooks/internal/process"
)

// WithoutSystem is the Python code that a program with Jupyter begins with. Jupyter always
// reads the configuration and the extensions that are installed for the whole system, and
// no variable keeps it from that: another base URL or a password there would be the
// course's.
const WithoutSystem = "import jupyter_core.paths as paths; paths.SYSTEM_CONFIG_PATH.clear(); paths.SYSTEM_JUPYTER_PATH.clear()\n"

// alone is an environment without the settings of the user's Python, pip and Jupyter.
// Text is UTF-8 whatever the locale, and a json.py in the working folder is not imported.
func alone(vars []string) []string {
	vars = slices.DeleteFunc(slices.Clone(vars), func(v string) bool {
		for _, prefix := range []string{"PYTHON", "PIP_", "JUPYTER", "IPYTHON"} {
			if strings.HasPrefix(v, prefix) {
				return true
			}
		}
		return false
	})
	return process.With(vars, "PYTHONNOUSERSITE=1", "PYTHONUTF8=1", "PYTHONSAFEPATH=1")
}
