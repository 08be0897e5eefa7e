//go:build unix

package process

import (
	"context"
	"os/exec"
	"syscall"
	"time"
)

// Command is a program that ends with ctx, and all in its process group with it. It has a
// group of its own so that Ctrl-C reaches the launcher alone, which then ends the others
// in good order.
func Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	endWithParent(cmd.SysProcAttr)
	cmd.Cancel = func() error {
		stopFamily(cmd.Process.Pid)
		return nil
	}
	cmd.WaitDelay = time.Second
	return cmd
}

// patience is how long a program may take to end before it is killed.
const patience = 10 * time.Second

// stopFamily asks a program to end, kills it if it does not, and kills what it leaves
// behind: a kernel lives in a process group of its own, and so can outlive Jupyter.
func stopFamily(pid int) {
	family := map[int]Process{}
	note := func() {
		for _, p := range Descendants(pid) {
			family[p.ID] = p
		}
	}
	note()
	syscall.Kill(-pid, syscall.SIGTERM)
	for end := time.Now().Add(patience); alive(pid) && time.Now().Before(end); {
		note() // Jupyter may just be starting a kernel
		time.Sleep(20 * time.Millisecond)
	}
	for _, p := range family {
		if group := p.Group; p.ID == group {
			syscall.Kill(-group, syscall.SIGKILL)
		}
		if still := Processes()[p.ID]; still == p {
			syscall.Kill(p.ID, syscall.SIGKILL)
		}
	}
	syscall.Kill(-pid, syscall.SIGKILL)
}
