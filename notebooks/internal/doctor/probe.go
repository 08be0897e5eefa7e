package doctor

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/process"
)

//go:embed probe.go.txt
var probeGo []byte

// probe runs probe.go.txt as the kernel runs a cell: in a module of its own in the temporary
// folder, after the notebooks' first cell, with the kernel's variables. It returns what it
// prints, and what went wrong in words.
func probe(ctx context.Context, e *environment.Environment, args ...string) (out string, wrong error) {
	vars, err := e.Vars(ctx)
	if err != nil {
		return "", err
	}
	folder, err := os.MkdirTemp("", "doctor")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(folder)
	if err := os.WriteFile(filepath.Join(folder, "main.go"), probeGo, 0o644); err != nil {
		return "", err
	}
	lessons := filepath.Join(e.Root, "notebooks", course.Languages[0])
	vars = process.With(vars, "GONB_DIR="+lessons)
	first, _, _ := strings.Cut(course.SetupCell, "\n")
	cell := filepath.Join(folder, "cell")
	for _, step := range []struct {
		folder  string
		command []string
	}{
		{folder, []string{"go", "mod", "init", "cell"}},
		{folder, []string{"/bin/bash", "-c", strings.TrimPrefix(first, "!*")}},
		{folder, []string{"go", "build", "-o", cell}},
		{lessons, append([]string{cell}, args...)},
	} {
		cmd := process.Command(ctx, step.command[0], step.command[1:]...)
		cmd.Dir, cmd.Env = step.folder, vars
		text, err := cmd.Output()
		if err != nil {
			return "", explain(err)
		}
		out = string(text)
	}
	return out, nil
}

// explain says what a step of the probe failed with, and what to do.
func explain(err error) error {
	said := err.Error()
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		said = process.LastLines(string(exit.Stderr), 6)
	}
	next := say.Text("if you have changed package lesson, correct it, or git checkout lesson; if modules are missing, go mod download",
		"如果改过 lesson 包，请改正，或用 git checkout lesson 恢复；如果缺模块，运行 go mod download")
	switch {
	case strings.Contains(said, "permission denied"), strings.Contains(said, "noexec"):
		next = fmt.Sprintf(say.Text("cells run in the temporary folder, %s, which must allow programs: set TMPDIR to a folder of yours that does",
			"单元格在临时文件夹 %s 里运行，那里必须允许执行程序：请把 TMPDIR 设为允许执行的文件夹"), os.TempDir())
	case strings.Contains(said, "no space left"):
		next = fmt.Sprintf(say.Text("make room in %s, or set TMPDIR to a folder on another disk", "请在 %s 里腾出空间，或把 TMPDIR 设到另一块磁盘上"), os.TempDir())
	case strings.Contains(said, "C compiler"):
		next = fmt.Sprintf(say.Text("XLA needs a C compiler: %s; or compute without XLA: CGO_ENABLED=0", "XLA 需要 C 编译器：%s；或者不用 XLA：CGO_ENABLED=0"), environment.InstallHint("gcc", "gcc"))
	}
	return errors.New(strings.TrimSpace(said) + say.Text("\nNext: ", "\n怎么办：") + next)
}
