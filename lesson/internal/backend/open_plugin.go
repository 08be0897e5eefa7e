package backend

import (
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"

	"convnet.example/lesson/internal/file"
	"convnet.example/lesson/plugins"
	"github.com/gomlx/compute"
	"github.com/janpfeifer/gonb/gonbui"
)

const xlaName = "xla"

// installed returns the plugins that this program can use, CUDA before CPU.
func installed() []plugins.Plugin {
	if !slices.Contains(compute.List(), xlaName) {
		return nil
	}
	return plugins.Installed()
}

// bestBackend tries the installed plugins and falls back to pure Go.
func bestBackend() (compute.Backend, string, error) {
	for _, p := range installed() {
		backend, device, err := openPlugin(p)
		if err == nil {
			return backend, device, nil
		}
		notice("The XLA plugin %s does not load (%v): passed over.", p.Path, err)
	}
	adviseRestart()
	advise("Computing in pure Go. %s", withXLA())
	adviseSIMD()
	return openGo(pureGo)
}

// openInstalled opens the best installed plugin with that name; "" means any.
func openInstalled(name string) (compute.Backend, string, error) {
	var failed error
	for _, p := range installed() {
		if name != "" && p.Name != name {
			continue
		}
		backend, device, err := openPlugin(p)
		if err == nil {
			return backend, device, nil
		}
		failed = errors.Join(failed, fmt.Errorf("the XLA plugin %s does not load: %w", p.Path, err))
	}
	if failed == nil {
		failed = fmt.Errorf("no XLA plugin%s is installed: go run ./lesson/xla installs one, and the backend go needs none", quoted(name))
	}
	if why := withoutXLA(); why != "" {
		failed = fmt.Errorf("there is no XLA in this program: %s; the backend go needs none", why)
	}
	return nil, "", failed
}

func quoted(name string) string {
	if name == "" {
		return ""
	}
	return fmt.Sprintf(" %q", name)
}

func openPlugin(p plugins.Plugin) (compute.Backend, string, error) {
	backend, err := newBackend(xlaName + ":" + p.Path)
	return backend, fmt.Sprintf("XLA on %s (%s)", strings.ToUpper(p.Name), p.Path), err
}

// checkLibrary tells whether a file is a whole library: loading one that is cut short
// can end the program.
func checkLibrary(path string) error {
	if info, err := os.Stat(path); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file but a %s", path, file.Kind(info))
	}
	if runtime.GOOS != "linux" {
		return nil
	}
	library, err := elf.Open(path) // its table of sections is at the end
	if err != nil {
		return fmt.Errorf("%s is no library: %w", path, err)
	}
	return library.Close()
}

// withXLA says what XLA would bring, or why this program cannot use it.
func withXLA() string {
	if why := withoutXLA(); why != "" {
		return "There is no XLA in this program: " + why + "."
	}
	return "XLA would be several times as fast: go run ./lesson/xla installs it."
}

// adviseRestart says in a notebook that XLA has been installed since its kernel was
// started. Kernels that had none to use compile their cells without cgo, which is faster.
func adviseRestart() {
	if withoutXLA() == restart {
		notice("XLA is installed (%s), but %s.", plugins.Installed()[0].Path, restart)
	}
}

// restart is why a cell has no XLA.
const restart = "the course was started without it: close the course and start it again"

// withoutXLA explains why this program was built without XLA, if it was.
func withoutXLA() string {
	if slices.Contains(compute.List(), xlaName) {
		return ""
	}
	switch runtime.GOOS + "/" + runtime.GOARCH {
	case "linux/amd64", "linux/arm64", "darwin/arm64":
		if gonbui.IsNotebook && len(plugins.Installed()) == 0 {
			return "" // once it is installed, a new kernel will have it
		}
		if gonbui.IsNotebook {
			return restart
		}
		return "it was built without cgo (install a C compiler, and do not set CGO_ENABLED=0)"
	}
	return "GoMLX has none for " + runtime.GOOS + "/" + runtime.GOARCH
}
