package endtoend

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/prepared"
)

// mounted returns a command that runs another one after these commands of mount, which hold for
// it alone.
func mounted(t *testing.T, mounts ...string) []string {
	return unshared(t, "m", "mount anything", "sh", "-c", strings.Join(append(mounts, `exec "$@"`), " && "), "sh")
}

// readOnly is the mount that makes a folder unchangeable.
func readOnly(folder string) string {
	folder = "'" + folder + "'"
	return "mount --bind " + folder + " " + folder + " && mount -o remount,bind,ro " + folder
}

// From a checkout that cannot be written to, and with a home that cannot, the notebooks run, 00
// with its files and 01 with its digits: the caches alone have to be somewhere.
func TestReadOnly(t *testing.T) {
	e := prepared.Environment(t)
	home := t.TempDir()
	modules, err := gotool.Env(t.Context(), e.Root, "GOMODCACHE")
	if err != nil {
		t.Fatal(err)
	}
	builds, err := gotool.Env(t.Context(), e.Root, "GOCACHE")
	if err != nil {
		t.Fatal(err)
	}
	args := append(mounted(t, readOnly(e.Root), readOnly(home)), launcher(t), "-lang", "en", "-run", "00", "01")
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = e.Root
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CACHE_HOME="+filepath.Dir(e.Cache), "GOMODCACHE="+modules, "GOCACHE="+builds)
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Count(string(out), "  ok") != 2 {
		t.Errorf("%v\n%s", err, out)
	}
}

// A disk that is full when a notebook is saved leaves the notebook as it was.
func TestFullDiskKeepsNotebook(t *testing.T) {
	e := prepared.Environment(t)
	disk := t.TempDir()
	args := append(mounted(t, "mount -t tmpfs -o size=2m none '"+disk+"'"), e.Python(), filepath.Join("testdata", "full.py"), disk)
	cmd := exec.Command(args[0], args[1:]...)
	var err error
	if cmd.Env, err = e.Vars(t.Context()); err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = t.Output()
	out, err := cmd.Output()
	if said := string(out); err != nil || !strings.HasPrefix(said, "refused:") || !strings.HasSuffix(said, "whole\n") {
		t.Errorf("%v: %s", err, out)
	}
}

// While the disk for temporary files is full, cells say so, and then run again.
func TestFullTemporaryFolder(t *testing.T) {
	e := prepared.Environment(t)
	disk := t.TempDir()
	args := append(mounted(t, "mount -t tmpfs -o size=64m none '"+disk+"'"), e.Python(), filepath.Join("testdata", "full_tmp.py"))
	cmd := exec.Command(args[0], args[1:]...)
	vars, err := e.Vars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cmd.Env = append(vars, "TMPDIR="+disk)
	out, err := cmd.Output()
	lines := strings.Split(string(out), "\n")
	if err != nil || len(lines) < 3 || lines[0] != "ok cell 1" || !strings.HasPrefix(lines[1], "error") || !strings.Contains(lines[1], "no space left on device") || lines[2] != "ok cell 3" {
		t.Errorf("%v: %s", err, out)
	}
}
