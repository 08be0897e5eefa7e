package prepared

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
)

// prepared is the environment in which notebooks run, made by the launcher's own code if
// it is missing.
var prepared = sync.OnceValues(func() (*environment.Environment, error) {
	environment.Reproducible()
	root, err := course.Root()
	if err != nil {
		return nil, err
	}
	e, err := environment.New(context.Background(), root)
	if err != nil {
		return nil, err
	}
	return e, e.Prepare(context.Background(), os.Stderr)
})

// Environment returns a copy of the environment, or skips the test.
func Environment(t *testing.T) *environment.Environment {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves out the kernel")
	}
	e, err := prepared()
	if err != nil && os.Getenv("CI") == "" {
		t.Skipf("no environment on this machine: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	same := *e
	return &same
}

// Browser returns the path of a Chromium, or skips the test.
func Browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("there is no Chromium in PATH")
	return ""
}
