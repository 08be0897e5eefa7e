package process

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAbsolutePaths(t *testing.T) {
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	for name, test := range map[string][2]string{
		"MNIST_DIR":                {"../data", filepath.Join(filepath.Dir(folder), "data")},
		"TMPDIR":                   {"t m p", filepath.Join(folder, "t m p")},
		"PYTHON":                   {"python3", "python3"},
		"PJRT_PLUGIN_LIBRARY_PATH": {"a:/b", filepath.Join(folder, "a") + ":/b"},
		"XDG_CACHE_HOME":           {"", ""},
		"SSL_CERT_FILE":            {"ca.pem", filepath.Join(folder, "ca.pem")},
	} {
		t.Setenv(name, test[0])
		if err := AbsolutePaths(); err != nil {
			t.Fatal(err)
		}
		if got := os.Getenv(name); got != test[1] {
			t.Errorf("%s=%s becomes %s, want %s", name, test[0], got, test[1])
		}
	}
}
