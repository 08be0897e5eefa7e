package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"convnet.example/lesson"
	"github.com/janpfeifer/must"
)

// A training that is killed at twenty moments, some of them within a save, leaves a checkpoint
// that can be read each time; resumed after each, it ends with the weights of one that nobody
// touched.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves out twenty kills")
	}
	const epochs = "150"
	kills := 20
	if os.Getenv("GOMLX_BACKEND") != "go" {
		kills = 5 // XLA takes seconds to start
	}
	settings := []string{"-data", fewDigits, "-n", "128", "-epochs", epochs, "-test-every", "1000"}
	untouched, out := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "out")
	must.M(exec.Command(program, append(settings, "-out", untouched)...).Run())
	checkpoint := filepath.Join(out, checkpointFile)
	r := rand.New(rand.NewPCG(1, 1))
	survived, last := 0, 0
	for i := range kills {
		args := append(settings, "-out", out)
		if _, err := os.Stat(checkpoint); err == nil {
			args = append(args, "-resume")
		}
		cmd := exec.CommandContext(t.Context(), program, args...)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		must.M(cmd.Start())
		waitForSave(t, checkpoint, last)
		time.Sleep(time.Duration(r.Int64N(int64(60 * time.Millisecond)))) // somewhere in the next epochs
		cmd.Process.Kill()
		cmd.Wait()
		c, err := lesson.ReadCheckpoint(checkpoint)
		if err != nil {
			t.Fatalf("kill %d: %v\n%s", i+1, err, &errs)
		}
		if survived, last = survived+1, len(c.History); c.Done() {
			t.Fatalf("its epochs are over before kill %d: give it more", i+1)
		}
	}
	t.Logf("%d kills survived of %d, after %d epochs", survived, kills, last)
	if c := must.M1(lesson.ReadCheckpoint(checkpoint)); !c.Done() {
		must.M(exec.Command(program, append(settings, "-out", out, "-resume")...).Run())
	}
	got, want := must.M1(os.ReadFile(filepath.Join(out, weightsFile))), must.M1(os.ReadFile(filepath.Join(untouched, weightsFile)))
	if !bytes.Equal(got, want) {
		t.Error("the weights are others than those of a training that nobody touched")
	}
}

// waitForSave waits until the checkpoint has more epochs than before.
func waitForSave(t *testing.T, checkpoint string, epochs int) {
	t.Helper()
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(time.Millisecond) {
		if c, err := lesson.ReadCheckpoint(checkpoint); err == nil && (len(c.History) > epochs || c.Done()) {
			return
		}
	}
	t.Fatal("it saves nothing")
}
