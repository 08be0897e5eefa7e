package main

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/janpfeifer/must"

	"convnet.example/lesson"
)

// The tests run the program itself, on a folder with a few digits.
var program, fewDigits string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "train")
	must.M(err)
	program, fewDigits = filepath.Join(folder, "train"), filepath.Join(folder, "digits")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	writeDigits(fewDigits)
	if os.Getenv("GOMLX_BACKEND") == "" {
		os.Setenv("GOMLX_BACKEND", "go") // whatever is installed on this machine
	}
	os.Setenv("COURSE_LANG", "en")
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// writeDigits makes a folder of IDX files: 640 bars to train with and 100 to test on.
func writeDigits(folder string) {
	must.M(os.MkdirAll(folder, 0o777))
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
		must.M(os.WriteFile(filepath.Join(folder, name+"-images-idx3-ubyte"), images.Bytes(), 0o666))
		must.M(os.WriteFile(filepath.Join(folder, name+"-labels-idx1-ubyte"), labels.Bytes(), 0o666))
	}
}

// train runs the program with the folder of digits and returns what it prints.
func train(args ...string) (stdout, stderr string, code int) {
	cmd := exec.Command(program, append([]string{"-data", fewDigits}, args...)...)
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
	if !strings.Contains(stderr, "IDX files from "+fewDigits) || !strings.Contains(stderr, "device: ") || strings.Contains(stderr, "epoch") {
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
	if files, _ := filepath.Glob(filepath.Join(out, "[^.]*")); len(files) != 3 {
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
				losses = append(losses, must.M1(strconv.ParseFloat(text, 64)))
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
