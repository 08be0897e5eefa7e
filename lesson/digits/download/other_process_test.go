package download

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/janpfeifer/must"
)

const childDir, childURL = "LESSON_TEST_DIR", "LESSON_TEST_URL"

// TestChild is what the other process of a test does.
func TestChild(t *testing.T) {
	dir := os.Getenv(childDir)
	if dir == "" {
		return // this is no such process
	}
	wantDownload(t, fakeDownloader(dir, strings.Fields(os.Getenv(childURL))...))
}

// child starts another process that downloads from mirrors, separated by spaces, into a folder.
func child(t *testing.T, dir, url string, env ...string) *exec.Cmd {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	c := exec.CommandContext(ctx, must.M1(os.Executable()), "-test.run=^TestChild$")
	c.Env = append(append(os.Environ(), childDir+"="+dir, childURL+"="+url), env...)
	c.Stdout = new(bytes.Buffer)
	must.M(c.Start())
	return c
}

// waitFor waits for a process to do its work.
func waitFor(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Wait(); err != nil {
		t.Errorf("the other process: %v\n%s", err, c.Stdout)
	}
}

// until waits for a condition.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for start := time.Now(); !ok(); time.Sleep(time.Millisecond) {
		if time.Since(start) > 20*time.Second {
			t.Fatalf("after 20 seconds, still not: %s", what)
		}
	}
}
