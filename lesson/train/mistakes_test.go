package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/janpfeifer/must"

	"convnet.example/lesson"
	"github.com/gofrs/flock"
)

func TestMistakes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must.M(os.WriteFile(file, []byte("not a safetensors file"), 0o666))
	for _, test := range []struct {
		args string
		want string
		code int
	}{
		{"-epochs 0", "at least one", 2},
		{"-batch 0", "at least one", 2},
		{"-lr NaN", "learning rate is NaN", 2},
		{"-lr -1", "positive", 2},
		{"-momentum 1", "less than 1", 2},
		{"-n -1", "number of images", 2},
		{"-test-every 0", "number of epochs", 2},
		{"-log-every 0", "number of steps", 2},
		{"-nonsense", "-h lists the flags", 2},
		{"epochs=3", "is no flag", 2},
		{"-resume -out=", "-out", 2},
		{"-resume -init x", "choose one", 2},
		{"-resume", "no training to go on with", 1},
		{"-n 641", "only 640 images", 1}, {"-epochs -1", "at least one", 2},
		{"-devices 0", "at least one", 2},
		{"-devices 1000", "1000 devices are asked for", 1},
		{"-backend fpga", `no backend is called "fpga"`, 1},
		{"-data /no/such/folder", "/no/such/folder", 1},
		{"-test-data /no/such/folder", "/no/such/folder", 1},
		{"-init /no/such/file", "/no/such/file", 1},
		{"-init " + file, file, 1},
		{"-out " + file + "/out", "another folder", 1},
		{"-lr 1e9", "too large", 1},
	} {
		out := filepath.Join(t.TempDir(), "out")
		stdout, stderr, code := train(append([]string{"-epochs", "1", "-out", out}, strings.Fields(test.args)...)...)
		if code != test.code || !strings.Contains(stderr, test.want) || strings.Contains(stderr, "goroutine") || stdout != "" {
			t.Errorf("%s: exit status %d, want %d with %q\n%s%s", test.args, code, test.code, test.want, stdout, stderr)
		}
		if files, _ := filepath.Glob(filepath.Join(out, "[^.]*")); len(files) > 0 {
			t.Errorf("%s: wrote %v", test.args, files)
		}
	}
}

func TestWhatCannotBeDrawnIsStillSaved(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	must.M(os.MkdirAll(filepath.Join(out, accuracyFile, "in the way"), 0o777))
	_, stderr, code := train("-epochs", "1", "-out", out)
	if code != 1 || !strings.Contains(stderr, accuracyFile) {
		t.Errorf("exit status %d\n%s", code, stderr)
	}
	if c, err := lesson.ReadCheckpoint(filepath.Join(out, checkpointFile)); err != nil || !c.Done() {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestItClaimsNothingThatWasNotSaved(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	must.M(os.MkdirAll(filepath.Join(out, weightsFile, "in the way"), 0o777))
	if _, stderr, _ := train("-epochs", "2", "-out", out); !strings.Contains(stderr, "up to epoch 1") {
		t.Errorf("only the weights could not be written: %s", stderr)
	}
	if _, stderr, code := train("-epochs", "1", "-out", "", "-init", out); code != 1 || !strings.Contains(stderr, "not a file") {
		t.Errorf("a folder as -init: exit status %d\n%s", code, stderr)
	}
}

func TestLostOutputIsAnError(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full: ", err)
	}
	defer full.Close()
	cmd := exec.Command(program, "-data", fewDigits, "-epochs", "1", "-out", "")
	cmd.Stdout = full
	if err := cmd.Run(); err == nil {
		t.Error("all lines were lost, and the exit status is 0")
	}
}

func TestOneTrainingAtATimeInAFolder(t *testing.T) {
	out := t.TempDir()
	lock := flock.New(filepath.Join(out, lockFile))
	if free, err := lock.TryLock(); !free || err != nil {
		t.Skip("this file system has no locks: ", err)
	}
	second := func() {
		t.Helper()
		if _, stderr, code := train("-epochs", "1", "-resume", "-out", out); code != 1 || !strings.Contains(stderr, "another training") {
			t.Errorf("exit status %d\n%s", code, stderr)
		}
	}
	second()
	must.M(lock.Unlock())
	first := exec.CommandContext(t.Context(), program, "-data", fewDigits, "-n", "128", "-epochs", "100000", "-out", out)
	first.Env = append(os.Environ(), "GOGC=1") // what nobody keeps is collected soon
	must.M(first.Start())
	waitForSave(t, filepath.Join(out, checkpointFile), 20)
	second()
	first.Process.Kill()
	first.Wait()
	must.M(os.Remove(filepath.Join(out, checkpointFile)))
	if _, stderr, code := train("-epochs", "1", "-out", out); code != 0 {
		t.Errorf("exit status %d\n%s", code, stderr)
	}
}

func TestDivergedTrainingKeepsItsFiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	train("-epochs", "1", "-out", out)
	before, _ := os.ReadFile(filepath.Join(out, weightsFile))
	_, stderr, code := train("-resume", "-epochs", "3", "-lr", "1e9", "-out", out)
	if code != 1 || !strings.Contains(stderr, "no longer a number") || !strings.Contains(stderr, "up to epoch 1") {
		t.Errorf("exit status %d\n%s", code, stderr)
	}
	if after, _ := os.ReadFile(filepath.Join(out, weightsFile)); !bytes.Equal(before, after) || len(after) == 0 {
		t.Error("the weights are not what they were")
	}
}

func TestHelp(t *testing.T) {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	new(options).define(flags)
	for lang, flagsAre := range map[string]string{"en": "[flags]", "zh": "[选项]"} {
		t.Setenv("COURSE_LANG", lang)
		t.Setenv("LC_ALL", "C.UTF-8")
		_, stderr, code := train("-h")
		if code != 0 || !strings.Contains(stderr, flagsAre) {
			t.Errorf("exit status %d\n%s", code, stderr)
		}
		for _, line := range strings.Split(stderr, "\n") {
			if len([]rune(line)) > 110 {
				t.Errorf("a line of %d letters: %s", len(line), line)
			}
		}
		flags.VisitAll(func(f *flag.Flag) {
			_, line, listed := strings.Cut(stderr, "\n  -"+f.Name)
			line, _, _ = strings.Cut(line, "\n  -")
			if standard := f.DefValue; !listed {
				t.Errorf("%s: -%s is not listed", lang, f.Name)
			} else if standard != "" && standard != "0" && standard != "true" && standard != "false" &&
				!strings.Contains(line, "default "+standard+")") && !strings.Contains(line, "默认 "+standard+"）") {
				t.Errorf("%s: -%s is %s unless given: %s", lang, f.Name, standard, line)
			}
		})
	}
}

// The program speaks Chinese to those who do, but for the lecture's own lines.
func TestInChinese(t *testing.T) {
	t.Setenv("COURSE_LANG", "zh")
	t.Setenv("LC_ALL", "C.UTF-8")
	out := filepath.Join(t.TempDir(), "out")
	if stdout, stderr, _ := train("-epochs", "1", "-out", out); !strings.Contains(stderr, "设备：") || !strings.Contains(stdout, "accuracy on test set: ") {
		t.Errorf("%s\n%s", stdout, stderr)
	}
	for args, want := range map[string]string{
		"-resume":       "已经做完 1 轮",
		"-n -1":         "0 表示全部",
		"-epochs 0":     "至少",
		"-devices 0":    "至少",
		"-backend fpga": "没有叫",
	} {
		if _, stderr, code := train(append([]string{"-epochs", "1", "-out", out}, strings.Fields(args)...)...); code == 0 || !strings.Contains(stderr, want) {
			t.Errorf("%s: %s", args, stderr)
		}
	}
}
