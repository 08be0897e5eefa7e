package docker

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func command(args ...string) *exec.Cmd { return exec.Command("docker", args...) }

// run runs docker and returns what it prints.
func run(t *testing.T, args ...string) string {
	t.Helper()
	cmd := command(args...)
	var errors bytes.Buffer
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("docker %s: %v\n%s%s", strings.Join(args, " "), err, lastLines(string(out), 60), lastLines(errors.String(), 20))
	}
	return string(out)
}

// volume makes a volume for the time of the test.
func volume(t *testing.T) string {
	name := strings.TrimSpace(run(t, "volume", "create"))
	t.Cleanup(func() { command("volume", "rm", "-f", name).Run() })
	return name
}

// A container is one that the test has started. It goes with the test.
type container struct {
	t  *testing.T
	id string
}

// start starts a container with these arguments of docker run.
func start(t *testing.T, args ...string) container {
	t.Helper()
	file := filepath.Join(t.TempDir(), "id")
	t.Cleanup(func() {
		if id, err := os.ReadFile(file); err == nil {
			command("rm", "-f", "-v", string(id)).Run()
		}
	})
	id := run(t, append([]string{"run", "-d", "--cidfile", file}, args...)...)
	return container{t, strings.TrimSpace(id)}
}

// logs is what the container has printed.
func (c container) logs() string {
	out, _ := command("logs", c.id).CombinedOutput()
	return string(out)
}

// await waits until the container has printed this.
func (c container) await(what string, patience time.Duration) {
	c.t.Helper()
	for end := time.Now().Add(patience); !strings.Contains(c.logs(), what); time.Sleep(50 * time.Millisecond) {
		if ended := run(c.t, "inspect", "-f", "{{.State.Status}}", c.id); time.Now().After(end) || strings.TrimSpace(ended) == "exited" {
			c.t.Fatalf("after %v it has not printed %q, but\n%s", patience, what, lastLines(c.logs(), 20))
		}
	}
}

// freePort returns a port that nobody listens on.
func freePort(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return fmt.Sprint(l.Addr().(*net.TCPAddr).Port)
}

func lastLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}
