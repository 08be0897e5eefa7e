// Package plugins finds the XLA plugins that are installed on this machine, without
// opening them. A plugin is a library that compiles and runs graphs for one kind of
// device; go run ./lesson/xla installs one. The package links nothing but names of files,
// so that a launcher can ask whether there is XLA before it starts what uses it.
package plugins

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/semver"
)

// A Plugin is an installed library.
type Plugin struct {
	Name string // cuda or cpu
	Path string
}

var pluginFile = regexp.MustCompile(`^pjrt_c_api_(cuda|cpu)(?:_(v[0-9.]+))?_plugin\.(?:so|dylib|dll)$`)

// Installed returns the plugins found where go-xla's installer puts them, CUDA before CPU.
// It only looks at names: go-xla's own search opens every file and panics over one that
// does not load.
func Installed() []Plugin {
	var found []Plugin
	for _, name := range []string{"cuda", "cpu"} {
		for _, folder := range folders() {
			if file := best(folder, name); file != "" {
				found = append(found, Plugin{name, filepath.Join(folder, file)})
			}
		}
	}
	return found
}

// best returns the plugin of that name in the folder: the unversioned link that the
// installer makes, or else the last version; "" if there is none.
func best(folder, name string) (file string) {
	entries, _ := os.ReadDir(folder)
	last := ""
	for _, entry := range entries {
		match := pluginFile.FindStringSubmatch(entry.Name())
		if match == nil || match[1] != name {
			continue
		}
		if match[2] == "" {
			return entry.Name()
		}
		if file == "" || semver.Compare(match[2], last) > 0 {
			file, last = entry.Name(), match[2]
		}
	}
	return file
}

// folders are the folders of $PJRT_PLUGIN_LIBRARY_PATH, or else go-xla's own.
func folders() []string {
	if list, set := os.LookupEnv("PJRT_PLUGIN_LIBRARY_PATH"); set {
		return filepath.SplitList(list)
	}
	var list []string
	if home, err := os.UserHomeDir(); err == nil {
		list = append(list, filepath.Join(home, ".local/lib/go-xla"), filepath.Join(home, "Library/Application Support/go-xla"))
	}
	list = append(list, "/usr/local/lib/go-xla")
	for _, folder := range slices.Clone(list) {
		list = append(list, filepath.Join(folder, "nvidia"))
	}
	return append(list, strings.FieldsFunc(os.Getenv("LD_LIBRARY_PATH"), func(r rune) bool { return r == ':' })...)
}
