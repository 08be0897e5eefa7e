package main

import (
	"bytes"
	"fmt"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/internal/fakephoto"
	"github.com/janpfeifer/must"
)

// A network that has learned from drawn digits alone reads at least 27 of 30 pictures.
func TestReadsPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("this test trains for some seconds: leave out -short")
	}
	net := must.M1(lesson.NewClassifier(lesson.Net, 1))
	sgd := lesson.SGD{LearningRate: 0.05, Momentum: 0.5}
	trainer := must.M1(lesson.NewTrainer(net, digits.Draw(1, 20_000), lesson.Config{SGD: sgd}))
	for _, err := range trainer.Epoch() {
		must.M(err)
	}
	folder := t.TempDir()
	weights := filepath.Join(folder, "weights.safetensors")
	must.M(net.SaveWeights(weights))
	restored := must.M1(restore(weights))
	r, right := rand.New(rand.NewPCG(3, 4)), 0
	for _, s := range fakephoto.Scenes {
		for digit := range 10 {
			var b, out bytes.Buffer
			must.M(png.Encode(&b, s.Paint(digit, r)))
			path := filepath.Join(folder, "picture.png")
			must.M(os.WriteFile(path, b.Bytes(), 0o666))
			must.M(read(&out, restored, path, true))
			if strings.HasPrefix(out.String(), fmt.Sprintf("picture.png: %d, with probability", digit)) {
				right++
			} else {
				t.Logf("%s, a %d:\n%s", s.Name, digit, &out)
			}
			if lines := strings.Count(out.String(), "\n"); lines != 1+10+28 {
				t.Errorf("%d lines", lines)
			}
		}
	}
	if right < 27 {
		t.Errorf("%d of 30 are right", right)
	}
}

// What is missing or no picture is said in a sentence, and other pictures are read all the same.
func TestMistakes(t *testing.T) {
	program := filepath.Join(t.TempDir(), "read")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatal(string(out))
	}
	folder := t.TempDir()
	weights := filepath.Join(folder, "w.safetensors")
	net := must.M1(lesson.NewClassifier(lesson.Net, 1))
	must.M(net.SaveWeights(weights))
	large, overflow := filepath.Join(folder, "large.safetensors"), net.Weights()
	for _, w := range overflow {
		for i := range w.Data {
			w.Data[i] = 1e30
		}
	}
	must.M(net.SetWeights(overflow))
	must.M(net.SaveWeights(large))
	text, seven := filepath.Join(folder, "text.png"), filepath.Join(folder, "seven.png")
	must.M(os.WriteFile(text, []byte("no picture"), 0o666))
	f := must.M1(os.Create(seven))
	must.M(png.Encode(f, fakephoto.Scenes[0].Paint(7, rand.New(rand.NewPCG(1, 1)))))
	f.Close()
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{nil, 2, "usage"},
		{[]string{"-nosuch"}, 2, "usage"},
		{[]string{"-weights", filepath.Join(folder, "none"), seven}, 1, "lesson/train makes them"},
		{[]string{"-weights", text, seven}, 1, "safetensors"},
		{[]string{"-weights", weights, text, seven}, 1, "text.png is no PNG"},
		{[]string{"-weights", large, seven}, 1, "its weights are too large"},
		{[]string{"-weights", weights, seven}, 0, "with probability"},
	} {
		cmd := exec.Command(program, test.args...)
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != test.code || !strings.Contains(string(out), test.want) {
			t.Errorf("%q: exit status %d\n%s", test.args, code, out)
		}
		if len(test.args) == 4 && !strings.Contains(string(out), "seven.png:") {
			t.Errorf("the second picture is not read:\n%s", out)
		}
	}
}
