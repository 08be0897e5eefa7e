package endtoend

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/prepared"
)

// With environment and module cache in place, -run needs no network. The first notebook
// runs where there is none.
func TestOffline(t *testing.T) {
	e := prepared.Environment(t)
	cut := unshared(t, "n", "cut the network off")
	paths, err := course.Notebooks(e.Root, "en")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no notebooks: %v", err)
	}
	name := filepath.Base(paths[0])
	args := append(cut, e.Python(), filepath.Join("testdata", "lo.py"), launcher(t), "-lang", "en", "-run", name)
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=readonly")
	before, _ := os.ReadFile(paths[0])
	out, err := cmd.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("ok")) {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
	if after, _ := os.ReadFile(paths[0]); !bytes.Equal(before, after) {
		t.Error("-run changed the notebook")
	}
}
