package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"convnet.example/lesson"
)

// prepared is the environment in which notebooks run, made by the launcher's own code if
// it is missing.
var prepared = sync.OnceValues(func() (*environment, error) {
	reproducible()
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	e, err := newEnvironment(context.Background(), root)
	if err != nil {
		return nil, err
	}
	return e, e.prepare(context.Background(), os.Stderr)
})

// testEnvironment returns a copy of the environment, or skips the test.
func testEnvironment(t *testing.T) *environment {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves out the kernel")
	}
	e, err := prepared()
	if err != nil && os.Getenv("CI") == "" {
		t.Skipf("no environment on this machine: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	same := *e
	return &same
}

// Every notebook runs, prints what the committed file shows, and its solutions solve the
// exercises.
func TestNotebooks(t *testing.T) {
	e := testEnvironment(t)
	data, err := lesson.Open("auto")
	if err != nil {
		t.Fatal(err)
	}
	mnist := strings.HasPrefix(data.Source, "MNIST")
	if !mnist {
		t.Logf("there is no MNIST here: cells that depend on it run on %s, and are not compared", data.Source)
	}
	paths, err := notebooks(e.root, languages[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel() // cells mostly wait for the linker, which has one thread
			r, err := e.execute(t.Context(), path, solve, languages...)
			if err != nil || len(r.failed) > 0 {
				t.Fatal(r.verdict(err))
			}
			t.Logf("%d cells in %.1f s", r.cells, r.seconds)
			for _, lang := range languages {
				compareAll(t, filepath.Join(e.root, "notebooks", lang, filepath.Base(path)), r.outputs[lang], mnist)
			}
		})
	}
}

// compareAll compares a notebook's outputs with the committed ones.
func compareAll(t *testing.T, path string, outputs map[int][]output, mnist bool) {
	n, err := readNotebook(path)
	if err != nil {
		t.Error(err)
		return
	}
	for i, c := range n.Cells {
		if !c.code() {
			continue
		}
		if d := compare(c, outputs[i], c.Outputs, mnist); d != "" {
			t.Errorf("%s, cell %s: %s", path, c.ID, d)
		}
		if c.has("exercise") && (!strings.Contains(text(outputs[i], "stdout"), "✗") || strings.Contains(text(outputs[i], "stdout"), "✓")) {
			t.Errorf("%s, cell %s: the unsolved exercise is not found wrong: %s", path, c.ID, text(outputs[i], "stdout"))
		}
	}
}

// solve puts the solution in an exercise's place, before the exercise itself runs.
func solve(s *session, n *notebook, i int) error {
	code := solution(n, i)
	if code == "" {
		return nil
	}
	outputs, _, err := s.run(code)
	if err != nil {
		return err
	}
	said := text(outputs, "stdout")
	if failed := failure(outputs); failed != nil || !strings.Contains(said, "✓") || strings.Contains(said, "✗") {
		return fmt.Errorf("the solution does not solve it: %s", said+text(outputs, "stderr")+failureText(outputs))
	}
	return nil
}
