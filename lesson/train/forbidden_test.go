package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/janpfeifer/must"
)

// A folder that may no more be read or written in mid-run: the training says so, and the
// checkpoint in it stays.
func TestFolderForbidden(t *testing.T) {
	folder := must.M1(os.MkdirTemp("", "forbidden"))
	defer os.RemoveAll(folder)
	out := filepath.Join(folder, "out")
	must.M(os.Chmod(folder, 0o755))
	must.M(os.CopyFS(filepath.Join(folder, "digits"), os.DirFS(fewDigits)))
	must.M(os.WriteFile(filepath.Join(folder, "train"), must.M1(os.ReadFile(program)), 0o755))
	must.M(os.Mkdir(out, 0o755))
	cmd := exec.Command(filepath.Join(folder, "train"), "-data", filepath.Join(folder, "digits"), "-epochs", "1000", "-test-every", "1000", "-out", out)
	cmd.Env = append(os.Environ(), "HOME="+folder, "GOMLX_BACKEND=go") // where XLA's plugin is, not everybody may read
	asNobody(t, cmd, out)
	var said strings.Builder
	cmd.Stderr = &said
	must.M(cmd.Start())
	waitForSave(t, filepath.Join(out, checkpointFile), 0)
	must.M(os.Chmod(out, 0))
	must.M(os.Chmod(filepath.Join(folder, "digits"), 0))
	err := cmd.Wait()
	must.M(os.Chmod(out, 0o755))
	if err == nil || !strings.Contains(said.String(), "permission denied") || strings.Contains(said.String(), "panic") {
		t.Errorf("%v: %s", err, &said)
	}
	waitForSave(t, filepath.Join(out, checkpointFile), 0)
}

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
