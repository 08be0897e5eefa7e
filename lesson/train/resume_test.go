package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/janpfeifer/must"

	"convnet.example/lesson"
)

func TestStoppedTrainingResumes(t *testing.T) {
	for name, sig := range map[string]syscall.Signal{"interrupt": syscall.SIGINT, "end": syscall.SIGTERM, "kill": syscall.SIGKILL} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			uninterrupted := filepath.Join(t.TempDir(), "out")
			whole, _, _ := train("-epochs", "8", "-log-every", "1", "-out", uninterrupted)
			began := stopAfterTwoEpochs(t, out, sig)
			if _, stderr, code := train("-epochs", "8", "-out", out); code != 1 || !strings.Contains(stderr, "-resume") {
				t.Fatalf("a new training in its place: exit status %d\n%s", code, stderr)
			}
			rest, stderr, code := train("-epochs", "8", "-log-every", "1", "-out", out, "-resume")
			if code != 0 {
				t.Fatalf("exit status %d\n%s", code, stderr)
			}
			first, _, _ := strings.Cut(rest, "]") // [3,    17
			at := strings.Index(whole, first+"]")
			if at < 0 || !strings.HasPrefix(began, whole[:at]) || withoutTotals(whole[at:]) != withoutTotals(rest) {
				t.Errorf("without a stop:\n%s\nbefore it:\n%s\nafter it:\n%s", whole, began, rest)
			}
			want, got := must.M1(os.ReadFile(filepath.Join(uninterrupted, weightsFile))), must.M1(os.ReadFile(filepath.Join(out, weightsFile)))
			if !bytes.Equal(got, want) {
				t.Error("the weights are others than without a stop")
			}
			if sig != syscall.SIGKILL && began != whole[:at] {
				t.Errorf("asked to stop, it did some steps twice:\n%s\nand then\n%s", began, rest)
			}
		})
	}
}

// stopAfterTwoEpochs starts a long training and stops it once it has saved two epochs.
func stopAfterTwoEpochs(t *testing.T, out string, sig syscall.Signal) (stdout string) {
	t.Helper()
	cmd := exec.Command(program, "-data", fewDigits, "-epochs", "8", "-log-every", "1", "-out", out)
	var printed, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &printed, &errs
	must.M(cmd.Start())
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		c, err := lesson.ReadCheckpoint(filepath.Join(out, checkpointFile))
		if err == nil && len(c.History) >= 2 {
			break
		}
		if time.Since(start) > time.Minute {
			cmd.Process.Kill()
			t.Fatalf("no checkpoint: %v\n%s", err, &errs)
		}
	}
	cmd.Process.Signal(sig)
	cmd.Wait()
	if sig != syscall.SIGKILL && (!strings.Contains(errs.String(), "interrupted") || !strings.Contains(errs.String(), "-resume")) {
		t.Errorf("it says %q", errs.String())
	}
	return printed.String()
}

func withoutTotals(stdout string) string {
	lines := strings.SplitAfter(stdout, "\n")
	return strings.Join(lines[:max(0, len(lines)-2)], "")
}

func TestFinishedTraining(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	train("-epochs", "1", "-out", out)
	if _, stderr, code := train("-resume", "-out", out); code != 1 || !strings.Contains(stderr, "larger -epochs") {
		t.Errorf("resumed: exit status %d\n%s", code, stderr)
	}
	if stdout, stderr, code := train("-resume", "-epochs", "2", "-log-every", "10", "-out", out); code != 0 || !strings.HasPrefix(stdout, "[2,") {
		t.Errorf("with one more epoch: exit status %d\n%s%s", code, stdout, stderr)
	}
	if stdout, _, code := train("-epochs", "1", "-log-every", "10", "-out", out); code != 0 || !strings.HasPrefix(stdout, "[1,") {
		t.Errorf("replaced: exit status %d\n%s", code, stdout)
	}
}

func TestResumeTakesOverTheSettings(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	train("-epochs", "1", "-lr", "0.03", "-n", "320", "-seed", "5", "-shuffle=false", "-out", out)
	train("-resume", "-epochs", "2", "-momentum", "0.9", "-out", out)
	c, err := lesson.ReadCheckpoint(filepath.Join(out, checkpointFile))
	want := lesson.Config{SGD: lesson.SGD{LearningRate: 0.03, Momentum: 0.9}, Epochs: 2, Batch: 64, Seed: 5, FileOrder: true, Devices: 1}
	if err != nil || c.Config != want || c.Images != 320 || len(c.History) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
}
