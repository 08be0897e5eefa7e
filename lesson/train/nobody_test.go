package main

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/janpfeifer/must"
)

// asNobody has a command run as a user who may not do everything, and owns a folder.
func asNobody(t *testing.T, cmd *exec.Cmd, folder string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return // such a one runs the test
	}
	const nobody = 65534
	must.M(os.Chown(folder, nobody, nobody))
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}
