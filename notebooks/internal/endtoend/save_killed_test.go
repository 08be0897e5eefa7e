package endtoend

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"convnet.example/notebooks/internal/prepared"
	"convnet.example/notebooks/internal/process"
)

// A notebook that is saved while the machine is killed opens as it was before the save, or
// after it: twenty times.
func TestSaveKilled(t *testing.T) {
	e := prepared.Environment(t)
	vars, err := e.Vars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const kills = 20
	folder, last := t.TempDir(), 0
	first := `{"cells": [{"cell_type": "markdown", "id": "0", "metadata": {}, "source": "0"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}`
	if err := os.WriteFile(filepath.Join(folder, "n.ipynb"), []byte(first), 0o644); err != nil {
		t.Fatal(err)
	}
	torn := 0
	for i := range kills + 1 {
		cmd := process.Command(t.Context(), e.Python(), filepath.Join("testdata", "save.py"), folder, "n.ipynb")
		cmd.Env, cmd.Stderr = vars, t.Output()
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		version := -1
		if lines := bufio.NewScanner(out); lines.Scan() {
			fmt.Sscan(lines.Text(), &version)
		}
		if version < last {
			t.Errorf("after %d kills it opens with version %d, after %d", i, version, last)
		}
		last = version
		time.Sleep(time.Duration(20+rand.IntN(60)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		if left, _ := os.Stat(filepath.Join(folder, ".~n.ipynb")); left != nil {
			torn++ // within a save
		}
	}
	t.Logf("%d kills of %d survived, %d of them within a save; %d versions", kills, kills, torn, last)
	if last < kills/2 {
		t.Errorf("only %d saves were over", last)
	}
}
