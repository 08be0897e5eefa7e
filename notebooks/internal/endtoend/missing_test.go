package endtoend

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/prepared"
)

// complain runs the program and returns its error, in English whatever the system speaks.
func complain(t *testing.T, program string, vars []string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(vars, "COURSE_LANG=en")
	var errors bytes.Buffer
	cmd.Stderr = &errors
	if err := cmd.Run(); err == nil {
		t.Errorf("%v: no error", args)
	}
	return errors.String()
}

func TestPortInUse(t *testing.T) {
	prepared.Environment(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := fmt.Sprint(l.Addr().(*net.TCPAddr).Port)
	said := complain(t, launcher(t), os.Environ(), "-no-browser", "-port", port)
	if !strings.Contains(said, "port "+port+" is in use") || !strings.Contains(said, "-port") {
		t.Errorf("it says %s", said)
	}
}

// Without Go, Python or a place for the environment the program says what to do.
func TestWhatIsMissing(t *testing.T) {
	program := launcher(t)
	goOnly := t.TempDir()
	path, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, filepath.Join(goOnly, "go")); err != nil {
		t.Skip(err)
	}
	cache := "XDG_CACHE_HOME=" + t.TempDir()
	home := "HOME=" + os.Getenv("HOME")
	for name, test := range map[string]struct {
		vars []string
		want string
	}{
		"no Go":     {[]string{home, cache, "PATH="}, "install Go"},
		"no Python": {[]string{home, cache, "GOCACHE=" + t.TempDir(), "PATH=" + goOnly}, "install it"},
		"no home":   {[]string{"PATH=" + goOnly}, "set HOME"},
		"no room":   {[]string{home, "XDG_CACHE_HOME=/dev/null", "GOCACHE=" + t.TempDir(), "PATH=" + goOnly}, "XDG_CACHE_HOME"},
	} {
		if said := complain(t, program, test.vars, "-prepare"); !strings.Contains(said, test.want) {
			t.Errorf("%s: it says %s", name, said)
		}
	}
}
