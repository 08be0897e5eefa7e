package endtoend

import (
	"os/exec"
	"testing"
)

// unshared returns a command that runs another one, behind these words, with a network (n) or
// mounts (m) of its own.
func unshared(t *testing.T, kind, what string, words ...string) []string {
	for _, flag := range []string{"-" + kind, "-r" + kind} {
		args := append([]string{"unshare", flag}, words...)
		if exec.Command(args[0], append(args[1:], "true")...).Run() == nil {
			return args
		}
	}
	t.Skipf("this system lets nobody %s (unshare -%s)", what, kind)
	return nil
}
