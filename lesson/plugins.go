package lesson

import (
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/gomlx/compute"
)

const xlaName = "xla"

// A plugin is a library that compiles and runs graphs for one kind of device.
type plugin struct{ name, path string }

var pluginFile = regexp.MustCompile(`^pjrt_c_api_(cuda|cpu)(_v[0-9.]+)?_plugin\.(so|dylib|dll)$`)

// installedPlugins returns the plugins found where go-xla's installer puts them,
// CUDA before CPU. It only looks at names: go-xla's own search opens every file and
// panics over one that does not load.
func installedPlugins() []plugin {
	if !slices.Contains(compute.List(), xlaName) {
		return nil
	}
	var found []plugin
	for _, name := range []string{"cuda", "cpu"} {
		for _, folder := range pluginFolders() {
			found = append(found, pluginsIn(folder, name)...)
		}
	}
	return found
}

// pluginsIn returns the plugin of that name in the folder: the unversioned link
// that the installer makes, or else the last version.
func pluginsIn(folder, name string) []plugin {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	best, version := "", ""
	for _, entry := range entries {
		match := pluginFile.FindStringSubmatch(entry.Name())
		if match == nil || match[1] != name {
			continue
		}
		if match[2] == "" {
			return []plugin{{name, filepath.Join(folder, entry.Name())}}
		}
		if best == "" || newer(match[2], version) {
			best, version = entry.Name(), match[2]
		}
	}
	if best == "" {
		return nil
	}
	return []plugin{{name, filepath.Join(folder, best)}}
}

// newer compares versions such as _v0.114.0 by their numbers.
func newer(a, b string) bool {
	numbers := func(version string) (list []int) {
		for part := range strings.SplitSeq(strings.TrimPrefix(version, "_v"), ".") {
			n, _ := strconv.Atoi(part)
			list = append(list, n)
		}
		return list
	}
	return slices.Compare(numbers(a), numbers(b)) > 0
}

// pluginFolders are the folders of $PJRT_PLUGIN_LIBRARY_PATH, or else go-xla's own.
func pluginFolders() []string {
	if list, set := os.LookupEnv("PJRT_PLUGIN_LIBRARY_PATH"); set {
		return filepath.SplitList(list)
	}
	var folders []string
	if home, err := os.UserHomeDir(); err == nil {
		folders = append(folders, filepath.Join(home, ".local/lib/go-xla"), filepath.Join(home, "Library/Application Support/go-xla"))
	}
	folders = append(folders, "/usr/local/lib/go-xla")
	for _, folder := range slices.Clone(folders) {
		folders = append(folders, filepath.Join(folder, "nvidia"))
	}
	return append(folders, strings.FieldsFunc(os.Getenv("LD_LIBRARY_PATH"), func(r rune) bool { return r == ':' })...)
}

// bestBackend tries the installed plugins and falls back to pure Go.
func bestBackend() (compute.Backend, string, error) {
	for _, p := range installedPlugins() {
		backend, device, err := openPlugin(p)
		if err == nil {
			return backend, device, nil
		}
		notice("The XLA plugin %s does not load (%v): passed over.", p.path, err)
	}
	advise("Computing in pure Go. %s", withXLA())
	adviseSIMD()
	return openGo(pureGo)
}

// openInstalled opens the best installed plugin with that name; "" means any.
func openInstalled(name string) (compute.Backend, string, error) {
	var failed error
	for _, p := range installedPlugins() {
		if name != "" && p.name != name {
			continue
		}
		backend, device, err := openPlugin(p)
		if err == nil {
			return backend, device, nil
		}
		failed = errors.Join(failed, fmt.Errorf("the XLA plugin %s does not load: %w", p.path, err))
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

func openPlugin(p plugin) (compute.Backend, string, error) {
	backend, err := newBackend(xlaName + ":" + p.path)
	return backend, fmt.Sprintf("XLA on %s (%s)", strings.ToUpper(p.name), p.path), err
}

// checkLibrary tells whether a file is a whole library: loading one that is cut short
// can end the program.
func checkLibrary(file string) error {
	if info, err := os.Stat(file); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file but a %s", file, kind(info))
	}
	if runtime.GOOS != "linux" {
		return nil
	}
	library, err := elf.Open(file) // its table of sections is at the end
	if err != nil {
		return fmt.Errorf("%s is no library: %w", file, err)
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

// withoutXLA explains why this program was built without XLA, if it was.
func withoutXLA() string {
	if slices.Contains(compute.List(), xlaName) {
		return ""
	}
	switch runtime.GOOS + "/" + runtime.GOARCH {
	case "linux/amd64", "linux/arm64", "darwin/arm64":
		return "it was built without cgo (install a C compiler, and do not set CGO_ENABLED=0)"
	}
	return "GoMLX has none for " + runtime.GOOS + "/" + runtime.GOARCH
}
