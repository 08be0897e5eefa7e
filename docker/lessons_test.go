package docker

import (
	_ "embed"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// offline are the hardest conditions: no network, a read-only root, a /tmp from which no
// program may be run.
var offline = []string{"--network", "none", "--read-only", "--tmpfs", "/tmp"}

// Some notebooks of each kind pass inside; with the digits in $MNIST_DIR, if it is set. A
// teacher's "docker run convnet test" runs them all, as do the tests of notebooks/internal/kernel.
func TestNotebooks(t *testing.T) {
	t.Parallel() // beside TestCulled, which mostly waits
	needImage(t)
	began := time.Now()
	args := append([]string{"run", "--rm"}, offline...)
	if mnist := os.Getenv("MNIST_DIR"); mnist != "" {
		args = append(args, "-v", absolute(t, mnist)+":/data/mnist:ro", "-e", "MNIST_DIR=/data/mnist")
	}
	out := run(t, append(args, "-v", volume(t)+":/home/learner", image, "test", "-test.run", "^TestNotebooks$/^(0[0-2]|08|11)-")...)
	t.Logf("%.0f s\n%s", time.Since(began).Seconds(), out)
	if !strings.Contains(out, "\nPASS") || !strings.Contains(out, "--- PASS: TestNotebooks/02") {
		t.Errorf("it prints\n%s", out)
	}
}

//go:embed testdata/cells.py
var cellsPy string

// The first cell of 02 answers soon. Its time is logged: machines differ.
func TestFirstCell(t *testing.T) {
	needImage(t)
	for name, args := range map[string][]string{
		"plain":                {"--network", "none"},
		"read-only":            offline,
		"other settings of Go": {"--network", "none", "-e", "GOFLAGS=-mod=mod", "-e", "GOWORK=off", "-e", "GO111MODULE=off"},
	} {
		t.Run(name, func(t *testing.T) {
			args := append([]string{"run", "--rm", "-i"}, args...)
			cmd := command(append(args, image, "python", "-", "en/02-convolution.ipynb", "3")...)
			cmd.Stdin = strings.NewReader(cellsPy)
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v\n%s%s", err, out, err.(*exec.ExitError).Stderr)
			}
			var seconds []float64
			if err := json.Unmarshal(out, &seconds); err != nil || len(seconds) != 3 {
				t.Fatalf("%v: %s", err, out)
			}
			t.Logf("go.work %.1f s, first cell %.1f s, second cell %.1f s", seconds[0], seconds[1], seconds[2])
			if seconds[1] > 30 {
				t.Error("that is too long: package lesson seems to be compiled again")
			}
		})
	}
}

// A training that is killed goes on from its checkpoint, in another container with the
// same volume.
func TestKilledTraining(t *testing.T) {
	needImage(t)
	home := volume(t) + ":/home/learner"
	train := append(append([]string{}, offline...), "-v", home, image, "train", "-epochs", "10000", "-log-every", "5")
	c := start(t, append(train, "-data", "builtin", "-n", "320", "-test-every", "5000")...)
	c.await("[3,", 3*time.Minute)
	run(t, "kill", "-s", "KILL", c.id)
	again := start(t, append(train, "-data", "builtin", "-resume")...)
	again.await("] loss", 3*time.Minute)
	var first string
	for line := range strings.Lines(again.logs()) {
		if strings.HasPrefix(line, "[") {
			first = line
			break
		}
	}
	t.Logf("it went on with %s", first)
	if strings.HasPrefix(first, "[1,") || strings.HasPrefix(first, "[2,") {
		t.Error("that is from the beginning")
	}
}

// With another image on the same volume, what the learner has changed stays, and what is
// missing comes back.
func TestUpdate(t *testing.T) {
	needImage(t)
	home := volume(t) + ":/home/learner"
	inside := func(script string) string {
		return run(t, "run", "--rm", "--network", "none", "-v", home, image, "bash", "-ec", script)
	}
	inside("echo changed >en/02-convolution.ipynb; rm zh/01-image.ipynb; echo mine >en/mine.txt")
	got := inside(`cat en/02-convolution.ipynb en/mine.txt
		cmp zh/01-image.ipynb /course/notebooks/zh/01-image.ipynb
		cmp en/00-start.ipynb lessons/en/00-start.ipynb
		find . -xtype l; find . -name '*.part'; ls .cache`)
	if got != "changed\nmine\n" {
		t.Errorf("got\n%s", got)
	}
}

// A folder at MNIST_DIR goes before what the image has.
func TestMNISTDir(t *testing.T) {
	needImage(t)
	folder := t.TempDir()
	for name, header := range map[string]string{"images-idx3": "\x00\x00\x08\x03", "labels-idx1": "\x00\x00\x08\x01"} {
		data := header + "\x00\x00\x00\x40"
		if name == "images-idx3" {
			data += "\x00\x00\x00\x1c\x00\x00\x00\x1c" + strings.Repeat("\x7f", 64*784)
		} else {
			data += strings.Repeat("\x05", 64)
		}
		for _, set := range []string{"train", "t10k"} {
			if err := os.WriteFile(folder+"/"+set+"-"+name+"-ubyte", []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	c := start(t, "--network", "none", "-v", folder+":/data/mnist:ro", "-e", "MNIST_DIR=/data/mnist", image,
		"train", "-epochs", "1", "-out", "")
	c.await("accuracy on test set: 100 %", time.Minute)
	if !strings.Contains(c.logs(), "IDX files from /data/mnist") {
		t.Error(c.logs())
	}
}

// In a home that belongs to somebody else the container says what to do.
func TestHomeOfAnother(t *testing.T) {
	needImage(t)
	if os.Getuid() != 0 {
		t.Skip("only root can give folders away")
	}
	for owner, said := range map[int]string{0: "it belongs to user 0, and this is user 1000", 1000: "", 4321: ""} {
		folder := t.TempDir()
		if err := os.Chown(folder, owner, owner); err != nil {
			t.Fatal(err)
		}
		args := []string{"run", "--rm", "--network", "none", "-v", folder + ":/home/learner"}
		if owner == 4321 {
			args = append(args, "--user", "4321:4321")
		}
		out, err := command(append(args, image, "go", "env", "GOCACHE")...).CombinedOutput()
		if (err == nil) != (said == "") || !strings.Contains(string(out), said) || said != "" && !strings.Contains(string(out), "Next: ") {
			t.Errorf("a folder of user %d: %v\n%s", owner, err, out)
		}
	}
}
