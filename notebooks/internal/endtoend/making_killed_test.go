package endtoend

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/prepared"
)

// A launcher that is killed while it makes the environment leaves nothing that the next one cannot
// make good.
func TestMakingKilled(t *testing.T) {
	t.Parallel() // it mostly waits
	e := prepared.Environment(t)
	pip, err := exec.Command(e.Python(), "-m", "pip", "cache", "dir").Output()
	if err != nil {
		t.Fatal(err)
	}
	builds, err := gotool.Env(t.Context(), e.Root, "GOCACHE")
	if err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	prepare := func() *exec.Cmd {
		cmd := exec.Command(launcher(t), "-prepare")
		cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache, "PIP_CACHE_DIR="+strings.TrimSpace(string(pip)), "GOCACHE="+builds, "COURSE_LANG=en")
		return cmd
	}
	const kills = 5
	for i := range kills {
		cmd := prepare()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second + time.Duration(rand.Int64N(int64(8*time.Second))))
		cmd.Process.Kill()
		if cmd.Wait() == nil {
			t.Errorf("kill %d came too late", i+1)
		}
	}
	if out, err := prepare().CombinedOutput(); err != nil || !strings.Contains(string(out), "The environment is ready") {
		t.Fatalf("after %d kills: %v\n%s", kills, err, out)
	}
	if out, err := prepare().CombinedOutput(); err != nil || strings.Contains(string(out), "Making the environment") {
		t.Errorf("the next start: %v\n%s", err, out)
	}
}
