package endtoend

import (
	"os/signal"
	"syscall"
	"testing"
	"time"

	"convnet.example/notebooks/internal/prepared"
	"convnet.example/notebooks/internal/process"
)

// Started under nohup, the course outlives its terminal.
func TestClosedTerminal(t *testing.T) {
	prepared.Environment(t)
	signal.Ignore(syscall.SIGHUP) // as nohup does for its program
	defer signal.Reset(syscall.SIGHUP)
	cmd, page := openCourse(t)
	startKernel(t, page)
	family := process.Descendants(cmd.Process.Pid)
	for range 3 { // a closed terminal sends it to all that it started
		cmd.Process.Signal(syscall.SIGHUP)
		for _, p := range family {
			syscall.Kill(p.ID, syscall.SIGHUP)
		}
		time.Sleep(100 * time.Millisecond)
	}
	checkToken(t, page) // it still answers
	cmd.Process.Signal(syscall.SIGTERM)
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	checkGone(t, family, time.Second)
}
