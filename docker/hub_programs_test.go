package docker

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// The hub and its proxy are installed once, in a folder that TestMain removes.
var (
	hubOnce sync.Once
	hubBin  string // the folder of their programs
	hubErr  error
)

func TestMain(m *testing.M) {
	code := m.Run()
	if hubBin != "" {
		os.RemoveAll(filepath.Dir(hubBin))
	}
	os.Exit(code)
}

// hubPrograms returns the folder of the programs, or skips the test where they cannot be
// installed.
func hubPrograms(t *testing.T) string {
	t.Helper()
	proxy := find(t, "jupyterhub_config.py", `configurable-http-proxy@([\d.]+)`)
	hubOnce.Do(func() { hubErr = installHub(proxy) })
	if hubErr != nil {
		t.Skip(hubErr)
	}
	return hubBin
}

// installHub installs the hub and its proxy, of that version.
func installHub(proxy string) error {
	folder, err := os.MkdirTemp("", "hub")
	if err != nil {
		return err
	}
	hubBin = filepath.Join(folder, "bin")
	for _, args := range [][]string{
		{"python3", "-m", "venv", folder},
		{filepath.Join(hubBin, "pip"), "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", "hub.txt"},
		{"npm", "install", "--silent", "--global", "--prefix", folder, "configurable-http-proxy@" + proxy}, // into bin, too
	} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(args[:2], " "), err, lastLines(string(out), 3))
		}
	}
	return nil
}
