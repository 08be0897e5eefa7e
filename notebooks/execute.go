package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"
)

// A result is what became of a notebook: outputs by the index of the cell, and for
// exercises those in Chinese as well.
type result struct {
	outputs map[string]map[int][]output // by language, then cell
	cells   int
	seconds float64
	failed  []string // what went wrong, cell by cell
}

// languages are those of the course. The first one's cells are executed for both.
var languages = []string{"en", "zh"}

// A hook is called before cell i is executed.
type hook func(s *session, n *notebook, i int) error

// execute runs all cells in one kernel; those of exercises once for each language given,
// as the words of their checkers differ.
func (e *environment) execute(ctx context.Context, path string, before hook, langs ...string) (*result, error) {
	r := &result{outputs: map[string]map[int][]output{}}
	n, err := readNotebook(path)
	if err != nil {
		return r, err
	}
	s, err := e.start(ctx, filepath.Dir(path))
	if err != nil {
		return r, err
	}
	defer s.close()
	for _, lang := range langs {
		r.outputs[lang] = map[int][]output{}
	}
	start := time.Now()
	for i, c := range n.Cells {
		if !c.code() {
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
func (r *result) cell(s *session, i int, c cell, langs []string) error {
	var outputs []output
	var err error
	for k, lang := range langs {
		if c.has("exercise") {
			if _, _, err := s.run("%env COURSE_LANG " + lang); err != nil {
				return err
			}
		}
		if k == 0 || c.has("exercise") {
			if outputs, _, err = s.run(string(c.Source)); err != nil {
				return err
			}
		}
		r.outputs[lang][i] = outputs
	}
	r.cells++
	if c.Source == setupCell { // it prints a folder
		for _, lang := range langs {
			r.outputs[lang][i] = nil
		}
	}
	switch wrong := failure(outputs); {
	case wrong != nil && !c.has("fails"):
		r.failed = append(r.failed, fmt.Sprintf("cell %s fails: %s", c.ID, explain(outputs, *wrong)))
	case wrong == nil && c.has("fails"):
		r.failed = append(r.failed, fmt.Sprintf("cell %s is tagged fails, and succeeds", c.ID))
	}
	return nil
}
