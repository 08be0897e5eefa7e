package kernel

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson/digits"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
)

// Every notebook runs, prints what the committed file shows, and its solutions solve the
// exercises.
func TestNotebooks(t *testing.T) {
	e := prepared.Environment(t)
	data, err := digits.Open("auto")
	if err != nil {
		t.Fatal(err)
	}
	mnist := strings.HasPrefix(data.Source, "MNIST")
	if !mnist {
		t.Logf("there is no MNIST here: cells that depend on it run on %s, and are not compared", data.Source)
	}
	paths, err := course.Notebooks(e.Root, course.Languages[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel() // cells mostly wait for the linker, which has one thread
			r, err := execute(t.Context(), e, path, solve, course.Languages...)
			if err != nil || len(r.failed) > 0 {
				t.Fatal(r.verdict(err))
			}
			t.Logf("%d cells in %.1f s", r.cells, r.seconds)
			for _, lang := range course.Languages {
				compareAll(t, filepath.Join(e.Root, "notebooks", lang, filepath.Base(path)), r.outputs[lang], mnist)
			}
		})
	}
}

// compareAll compares a notebook's outputs with the committed ones.
func compareAll(t *testing.T, path string, outputs map[int][]ipynb.Output, mnist bool) {
	n, err := ipynb.Read(path)
	if err != nil {
		t.Error(err)
		return
	}
	for i, c := range n.Cells {
		if !c.Code() {
			continue
		}
		if d := compare(c, outputs[i], c.Outputs, mnist); d != "" {
			t.Errorf("%s, cell %s: %s", path, c.ID, d)
		}
		if c.Has("exercise") && !strings.HasPrefix(text(outputs[i], "stdout"), "… ") {
			t.Errorf("%s, cell %s: the exercise does not wait for the reader's code: %s", path, c.ID, text(outputs[i], "stdout"))
		}
	}
}

// solve puts the solution in an exercise's place, before the exercise itself runs.
func solve(s *session, n *ipynb.Notebook, i int) error {
	code := n.Solution(i)
	if code == "" {
		return nil
	}
	outputs, _, err := s.run(code)
	if err != nil {
		return err
	}
	said := text(outputs, "stdout")
	if failed := ipynb.Failure(outputs); failed != nil || !strings.Contains(said, "✓") || strings.Contains(said, "✗") {
		return fmt.Errorf("the solution does not solve it: %s", said+text(outputs, "stderr")+failureText(outputs))
	}
	return nil
}
