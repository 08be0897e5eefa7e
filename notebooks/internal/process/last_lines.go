package process

import (
	"os/exec"
	"strings"
)

// Found tells whether there is such a program in PATH.
func Found(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}

// LastLines returns the end of a program's output: the beginning rarely says what failed.
func LastLines(out string, n int) string {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	return "  " + strings.Join(lines[max(0, len(lines)-n):], "\n  ")
}
