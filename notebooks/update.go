package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// updateAll executes the notebooks and writes the outputs into both languages, whose code
// is the same.
func (o *options) updateAll(ctx context.Context, e *environment) error {
	reproducible()
	return o.table(ctx, e, languages, func(path string, r *result) error {
		for _, lang := range languages {
			path := filepath.Join(e.root, "notebooks", lang, filepath.Base(path))
			if err := r.writeInto(path, lang); err != nil && !(errors.Is(err, os.ErrNotExist) && lang != languages[0]) {
				return err
			}
		}
		return nil
	})
}

// reproducible has cells compute in pure Go, whatever is installed on this machine, as the
// committed outputs do. GOMLX_BACKEND has the last word.
func reproducible() {
	if os.Getenv("GOMLX_BACKEND") == "" {
		os.Setenv("GOMLX_BACKEND", "go")
	}
}

// writeInto puts the outputs into a notebook's file.
func (r *result) writeInto(path, lang string) error {
	n, err := readNotebook(path)
	if err != nil {
		return err
	}
	for i := range n.Cells {
		if n.Cells[i].code() {
			n.Cells[i].Outputs = r.outputs[lang][i]
		}
	}
	return n.write(path)
}
