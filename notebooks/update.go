package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
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

// verdict is the last column of the table.
func (r *result) verdict(err error) string {
	all := r.failed
	if err != nil {
		all = append(all, err.Error())
	}
	if len(all) == 0 {
		return "ok"
	}
	return "FAILED: " + strings.Join(all, "\n    ")
}

// explain says in some lines what a cell failed with. A program that panics has said so on
// its standard error.
func explain(outputs []output, wrong output) string {
	text := wrong.EName + ": " + strings.TrimSpace(wrong.EValue)
	for _, o := range outputs {
		if o.Type == "stream" && o.Name == "stderr" {
			text += "\n" + string(o.Text)
		}
	}
	all := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(all[:min(8, len(all))], "\n    ")
}
