package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/janpfeifer/must"
)

// A training whose folders, of the digits and of its output, are deleted meanwhile ends with the
// files of one whose were not.
func TestFoldersVanish(t *testing.T) {
	data, out, untouched := filepath.Join(t.TempDir(), "digits"), filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "out")
	must.M(os.CopyFS(data, os.DirFS(fewDigits)))
	settings := []string{"-data", data, "-epochs", "20", "-test-every", "1000", "-out"}
	must.M(exec.Command(program, append(settings, untouched)...).Run())
	cmd := exec.Command(program, append(settings, out)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	must.M(cmd.Start())
	waitForSave(t, filepath.Join(out, checkpointFile), 0)
	must.M(os.RemoveAll(data))
	must.M(os.Rename(out, out+" elsewhere")) // at once, where deleting takes a while
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, &said)
	}
	got, want := must.M1(os.ReadFile(filepath.Join(out, weightsFile))), must.M1(os.ReadFile(filepath.Join(untouched, weightsFile)))
	if !bytes.Equal(got, want) {
		t.Error("the weights are others")
	}
}

// Where the folder cannot be made again, the training says so, and promises nothing.
func TestFolderBecomesFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	cmd := exec.Command(program, "-data", fewDigits, "-epochs", "1000", "-test-every", "1000", "-out", out)
	var said bytes.Buffer
	cmd.Stderr = &said
	must.M(cmd.Start())
	waitForSave(t, filepath.Join(out, checkpointFile), 0)
	must.M(os.Rename(out, out+" elsewhere"))
	for os.WriteFile(out, nil, 0o666) != nil { // the training may have made it again
		must.M(os.RemoveAll(out))
	}
	if err := cmd.Wait(); err == nil || !strings.Contains(said.String(), "holds nothing of this training") || strings.Contains(said.String(), "panic") {
		t.Errorf("%v: %s", err, &said)
	}
}
