package process

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// paths are the variables in which a user names a file or a folder, or several. A cell runs
// in another folder than the launcher.
var paths = []string{"MNIST_DIR", "TMPDIR", "XDG_CACHE_HOME", "PYTHON", "PJRT_PLUGIN_LIBRARY_PATH",
	"SSL_CERT_FILE", "SSL_CERT_DIR"}

// AbsolutePaths makes the paths in this program's environment absolute, so that they mean
// the same in all that it starts.
func AbsolutePaths() error {
	for _, name := range paths {
		list := filepath.SplitList(os.Getenv(name))
		for i, path := range list {
			if name == "PYTHON" && !strings.ContainsRune(path, filepath.Separator) {
				continue // the name of a program
			}
			if path == "" {
				continue
			}
			var err error
			if list[i], err = filepath.Abs(path); err != nil {
				return fmt.Errorf("%s=%s: %w", name, path, err)
			}
		}
		if len(list) > 0 {
			os.Setenv(name, strings.Join(list, string(filepath.ListSeparator)))
		}
	}
	return nil
}
