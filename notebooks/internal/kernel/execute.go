package kernel

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
)

// A result is what became of a notebook: outputs by the index of the cell, and for
// exercises those in Chinese as well.
type result struct {
	outputs map[string]map[int][]ipynb.Output // by language, then cell
	cells   int
	seconds float64
	plain   []cellTime
	failed  []string // what went wrong, cell by cell
}

// A hook is called before cell i is executed.
type hook func(s *session, n *ipynb.Notebook, i int) error

// execute runs all cells in one kernel; those that speak once for each language given.
func execute(ctx context.Context, e *environment.Environment, path string, before hook, langs ...string) (*result, error) {
	r := &result{outputs: map[string]map[int][]ipynb.Output{}}
	n, err := ipynb.Read(path)
	if err != nil {
		return r, err
	}
	s, err := Start(ctx, e, filepath.Dir(path))
	if err != nil {
		return r, err
	}
	defer s.close()
	for _, lang := range langs {
		r.outputs[lang] = map[int][]ipynb.Output{}
	}
	start := time.Now()
	for i, c := range n.Cells {
		if !c.Code() {
			continue
		}
		err := before(s, n, i)
		if err == nil {
			err = r.cell(s, i, c, langs)
		}
		if err != nil {
			return r, fmt.Errorf("cell %s: %w", c.ID, err)
		}
	}
	r.seconds = time.Since(start).Seconds()
	return r, nil
}

// cell runs one cell.
func (r *result) cell(s *session, i int, c ipynb.Cell, langs []string) error {
	var outputs []ipynb.Output
	var seconds float64
	var err error
	for k, lang := range langs {
		if k == 0 || c.Speaks() {
			if _, _, err := s.run("%env COURSE_LANG " + lang); err != nil {
				return err
			}
			if outputs, seconds, err = s.run(string(c.Source)); err != nil {
				return err
			}
		}
		r.outputs[lang][i] = outputs
	}
	r.cells++
	if plain(c) {
		r.plain = append(r.plain, cellTime{c.ID, seconds})
	}
	if c.Source == course.SetupCell { // it prints a folder
		for _, lang := range langs {
			r.outputs[lang][i] = nil
		}
	}
	switch wrong := ipynb.Failure(outputs); {
	case wrong != nil && !c.Has("fails"):
		r.failed = append(r.failed, fmt.Sprintf("cell %s fails: %s", c.ID, explain(outputs, *wrong)))
	case wrong == nil && c.Has("fails"):
		r.failed = append(r.failed, fmt.Sprintf("cell %s is tagged fails, and succeeds", c.ID))
	}
	return nil
}
