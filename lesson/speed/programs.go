package main

import (
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"convnet.example/lesson"
	"convnet.example/lesson/say"
)

// lecture.py is the lecture's program as a PyTorch user writes it, and fast.py the
// stricter one, with all images normalized in memory; with channels_last it is the fastest
// PyTorch that we found.
var (
	//go:embed lecture.py
	lecturePy []byte
	//go:embed fast.py
	fastPy []byte
)

// A program trains the lecture's network.
type program struct {
	name    string
	command func() *exec.Cmd
	whole   []float64 // seconds, of each run
	step    []float64 // milliseconds, of each run
}

// What others are compared with: whole programs with the lecture's, steps with the fastest.
const (
	lecture = "PyTorch, the lecture's program"
	fastest = "PyTorch, images in memory, channels_last"
)

// epochs is how long each program trains.
const epochs = "3"

// present returns the programs that can run here.
func present(folder, python string) ([]program, error) {
	mnist := os.Getenv("MNIST_DIR")
	if mnist == "" {
		return nil, say.Errorf("MNIST_DIR is not set: set it to the folder with MNIST's four files, which every program reads",
			"没有设 MNIST_DIR：让它指向放着 MNIST 四个文件的文件夹，每个程序都要读它们")
	}
	programs, err := inGo(folder)
	if err != nil {
		return nil, err
	}
	if err := exec.Command(python, "-c", "import torch, torchvision").Run(); err != nil {
		fmt.Fprintf(os.Stderr, say.Text("%s has no torch and torchvision: PyTorch is left out\n", "%s 没有 torch 和 torchvision：不测 PyTorch\n"), python)
		return programs, nil
	}
	for name, source := range map[string][]byte{"lecture.py": lecturePy, "fast.py": fastPy} {
		if err := os.WriteFile(filepath.Join(folder, name), source, 0o666); err != nil {
			return nil, err
		}
	}
	py := func(name, file string, more ...string) program {
		return program{name: name, command: func() *exec.Cmd {
			return exec.Command(python, append([]string{filepath.Join(folder, file), mnist, epochs}, more...)...)
		}}
	}
	return append([]program{
		py(lecture, "lecture.py"),
		py("PyTorch, images in memory", "fast.py"),
		py(fastest, "fast.py", "channels_last"),
	}, programs...), nil
}

// inGo builds lesson/train with and without SIMD, and uses XLA if it is here.
func inGo(folder string) ([]program, error) {
	plain, simd := filepath.Join(folder, "train"), filepath.Join(folder, "train-simd")
	if err := build(plain, "GOEXPERIMENT=nosimd"); err != nil {
		return nil, err
	}
	if err := build(simd, "GOEXPERIMENT=simd"); err != nil {
		return nil, err
	}
	programs := []program{train("Go, pure Go", plain, "go"), train("Go, pure Go with SIMD", simd, "go")}
	xla := os.Getenv("GOMLX_BACKEND")
	if !strings.HasPrefix(xla, "xla") {
		xla = "xla"
	}
	if err := lesson.UseBackend(xla); err != nil {
		fmt.Fprintf(os.Stderr, say.Text("XLA is left out: %v\n", "不测 XLA：%v\n"), err)
		return programs, nil
	}
	return append(programs, train("Go, XLA", plain, xla)), nil
}

func build(file string, env ...string) error {
	cmd := exec.Command("go", "build", "-o", file, "convnet.example/lesson/train")
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building lesson/train: %w\n%s", err, out)
	}
	return nil
}

func train(name, file, backend string) program {
	return program{name: name, command: func() *exec.Cmd {
		return exec.Command(file, "-data", "mnist", "-backend", backend, "-epochs", epochs, "-out", "")
	}}
}
