package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"convnet.example/lesson"
)

// The tests run the program itself, on a folder with a few digits.
var program, digits string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "train")
	lesson.Check(err)
	program, digits = filepath.Join(folder, "train"), filepath.Join(folder, "digits")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	writeDigits(digits)
	if os.Getenv("GOMLX_BACKEND") == "" {
		os.Setenv("GOMLX_BACKEND", "go") // whatever is installed on this machine
	}
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// writeDigits makes a folder of IDX files: 640 bars to train with and 100 to test on.
func writeDigits(folder string) {
	lesson.Check(os.MkdirAll(folder, 0o777))
	for name, n := range map[string]int{"train": 640, "t10k": 100} {
		var images, labels bytes.Buffer
		binary.Write(&images, binary.BigEndian, []uint32{0x803, uint32(n), 28, 28})
		binary.Write(&labels, binary.BigEndian, []uint32{0x801, uint32(n)})
		for i := range n {
			image := make([]byte, 784)
			for row := range 20 {
				for column := range 1 + i%10 {
					image[28*(4+row)+4+2*column] = byte(200 + i%50)
				}
			}
			images.Write(image)
			labels.WriteByte(byte(i % 10))
		}
		lesson.Check(os.WriteFile(filepath.Join(folder, name+"-images-idx3-ubyte"), images.Bytes(), 0o666))
		lesson.Check(os.WriteFile(filepath.Join(folder, name+"-labels-idx1-ubyte"), labels.Bytes(), 0o666))
	}
}

// train runs the program with the folder of digits and returns what it prints.
func train(args ...string) (stdout, stderr string, code int) {
	cmd := exec.Command(program, append([]string{"-data", digits}, args...)...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Run()
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

var lectureLines = regexp.MustCompile(`^\[1,     5\] loss: \d\.\d{3}
\[1,    10\] loss: \d\.\d{3}
accuracy on test set: \d+ % \(\d+/100\)
\[2,     5\] loss: \d\.\d{3}
\[2,    10\] loss: \d\.\d{3}
accuracy on test set: \d+ % \(\d+/100\)
epochs: 2, \d+\.\d s in all, \d+\.\d\d ms a step, on .+
$`)

func TestItPrintsTheLecturesLines(t *testing.T) {
	out := filepath.Join(t.TempDir(), "new", "out")
	stdout, stderr, code := train("-epochs", "2", "-log-every", "5", "-out", out)
	if code != 0 || !lectureLines.MatchString(stdout) {
		t.Fatalf("exit status %d, standard output:\n%s", code, stdout)
	}
	if !strings.Contains(stderr, "IDX files from "+digits) || !strings.Contains(stderr, "device: ") || strings.Contains(stderr, "epoch") {
		t.Errorf("standard error:\n%s", stderr)
	}
	f, err := os.Open(filepath.Join(out, accuracyFile))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if picture, err := png.Decode(f); err != nil || picture.Bounds().Dx() < 400 {
		t.Errorf("%s: %v", accuracyFile, err)
	}
	if _, err := lesson.Restore(lesson.Net, filepath.Join(out, weightsFile)); err != nil {
		t.Error(err)
	}
	if files, _ := os.ReadDir(out); len(files) != 3 {
		t.Errorf("-out has %v", files)
	}
}

func TestTheSameSeedPrintsTheSameLines(t *testing.T) {
	losses := func(seed string) string {
		stdout, _, _ := train("-epochs", "2", "-log-every", "1", "-out", "", "-seed", seed)
		lines := strings.SplitAfter(stdout, "\n")
		return strings.Join(lines[:max(0, len(lines)-2)], "")
	}
	one, again, two := losses("1"), losses("1"), losses("2")
	if one != again || one == "" {
		t.Errorf("seed 1 prints\n%sand then\n%s", one, again)
	}
	if one == two {
		t.Error("seed 2 prints the same")
	}
}

func TestItPrintsMeanLosses(t *testing.T) {
	read := func(every string) (losses []float64) {
		stdout, _, _ := train("-epochs", "1", "-out", "", "-log-every", every)
		for _, line := range strings.Split(stdout, "\n") {
			if _, text, ok := strings.Cut(line, "loss: "); ok {
				losses = append(losses, lesson.Must(strconv.ParseFloat(text, 64)))
			}
		}
		return losses
	}
	each, means := read("1"), read("5")
	if len(each) != 10 || len(means) != 2 {
		t.Fatalf("%d losses and %d means", len(each), len(means))
	}
	for i, mean := range means {
		want := 0.0
		for _, loss := range each[5*i : 5*i+5] {
			want += loss / 5
		}
		if math.Abs(mean-want) > 0.0011 {
			t.Errorf("mean %d is %v, want %v", i, mean, want)
		}
	}
}

func TestTestEvery(t *testing.T) {
	stdout, _, _ := train("-epochs", "3", "-test-every", "2", "-out", "")
	if n := strings.Count(stdout, "accuracy"); n != 1 {
		t.Errorf("%d tests in three epochs, want one:\n%s", n, stdout)
	}
}

func TestStoppedTrainingResumes(t *testing.T) {
	for name, sig := range map[string]syscall.Signal{"interrupt": syscall.SIGINT, "kill": syscall.SIGKILL} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			whole, _, _ := train("-epochs", "4", "-log-every", "1", "-out", "")
			began := stopAfterTwoEpochs(t, out, sig)
			if _, stderr, code := train("-epochs", "4", "-out", out); code != 1 || !strings.Contains(stderr, "-resume") {
				t.Fatalf("a new training in its place: exit status %d\n%s", code, stderr)
			}
			rest, stderr, code := train("-epochs", "4", "-log-every", "1", "-out", out, "-resume")
			if code != 0 {
				t.Fatalf("exit status %d\n%s", code, stderr)
			}
			epoch := strings.TrimSpace(strings.SplitN(rest, ",", 2)[0]) // [3
			at := strings.Index(whole, epoch+",")
			if at < 0 || !strings.HasPrefix(began, whole[:at]) || withoutTotals(whole[at:]) != withoutTotals(rest) {
				t.Errorf("without a stop:\n%s\nbefore it:\n%s\nafter it:\n%s", whole, began, rest)
			}
		})
	}
}

// stopAfterTwoEpochs starts a long training and stops it once it has saved two epochs.
func stopAfterTwoEpochs(t *testing.T, out string, sig syscall.Signal) (stdout string) {
	t.Helper()
	cmd := exec.Command(program, "-data", digits, "-epochs", "100000", "-log-every", "1", "-out", out)
	var printed, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &printed, &errs
	lesson.Check(cmd.Start())
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
	if sig == syscall.SIGINT && (!strings.Contains(errs.String(), "interrupted") || !strings.Contains(errs.String(), "-resume")) {
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
	want := lesson.Config{SGD: lesson.SGD{LearningRate: 0.03, Momentum: 0.9}, Epochs: 2, Batch: 64, Seed: 5, FileOrder: true}
	if err != nil || c.Config != want || c.Images != 320 || len(c.History) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestMistakes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	lesson.Check(os.WriteFile(file, []byte("not a safetensors file"), 0o666))
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
		if files, _ := os.ReadDir(out); len(files) > 0 {
			t.Errorf("%s: wrote %v", test.args, files)
		}
	}
}

func TestWhatCannotBeDrawnIsStillSaved(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	lesson.Check(os.MkdirAll(filepath.Join(out, accuracyFile, "in the way"), 0o777))
	_, stderr, code := train("-epochs", "1", "-out", out)
	if code != 1 || !strings.Contains(stderr, accuracyFile) {
		t.Errorf("exit status %d\n%s", code, stderr)
	}
	if c, err := lesson.ReadCheckpoint(filepath.Join(out, checkpointFile)); err != nil || !c.Done() {
		t.Errorf("%+v, %v", c, err)
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
	_, stderr, code := train("-h")
	if code != 0 {
		t.Errorf("exit status %d", code)
	}
	for _, line := range strings.Split(stderr, "\n") {
		if len(line) > 130 {
			t.Errorf("a line of %d letters: %s", len(line), line)
		}
	}
	for _, name := range []string{"data", "test-data", "n", "epochs", "batch", "lr", "momentum", "seed", "shuffle",
		"test-every", "log-every", "init", "out", "resume", "backend"} {
		if !strings.Contains(stderr, fmt.Sprintf("\n  -%s ", name)) {
			t.Errorf("-%s is not listed", name)
		}
	}
}
