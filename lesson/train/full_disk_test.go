package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/janpfeifer/must"
)

// Where the disk is full, or a file may not grow, the training says so, and the checkpoint
// before stays whole.
func TestFullDisk(t *testing.T) {
	for name, script := range map[string]string{
		"a file may not grow": `cp -r "$1/." "$2" && (ulimit -f 64 && exec "$0" "${@:3}")`,
		"a disk of 1 MB": `mount -t tmpfs -o size=1m none "$2" && cp -r "$1/." "$2" &&
			dd if=/dev/zero of="$2/junk" bs=4k status=none 2>/dev/null; truncate -s -16k "$2/junk"; "$0" "${@:3}"`,
	} {
		t.Run(name, func(t *testing.T) {
			own := []string{}
			if strings.Contains(script, "mount") {
				own = ownMounts(t)
			}
			before, out := filepath.Join(t.TempDir(), "before"), t.TempDir()
			train("-epochs", "1", "-out", before)
			script += `; echo "status $?"; cmp "$1/` + checkpointFile + `" "$2/` + checkpointFile + `" && echo whole; ls -A "$2"`
			args := append(own, "bash", "-c", script, program, before, out, "-data", fewDigits, "-epochs", "2", "-resume", "-out", out)
			text := string(must.M1(exec.Command(args[0], args[1:]...).CombinedOutput()))
			for _, want := range []string{checkpointFile + " was not written", "up to epoch 1", "status 1", "whole"} {
				if !strings.Contains(text, want) {
					t.Errorf("no %q:\n%s", want, text)
				}
			}
			if _, files, _ := strings.Cut(text, "whole\n"); strings.Contains(files, ".tmp") || strings.Contains(text, "panic") {
				t.Error(text)
			}
		})
	}
}

// ownMounts returns a command that runs another one with mounts of its own.
func ownMounts(t *testing.T) []string {
	for _, flag := range []string{"-m", "-rm"} {
		if exec.Command("unshare", flag, "true").Run() == nil {
			return []string{"unshare", flag}
		}
	}
	t.Skip("this system lets nobody mount anything (unshare -m)")
	return nil
}
