package kernel

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
)

// UpdateAll executes the notebooks and writes the outputs into both languages, whose code
// is the same.
func UpdateAll(ctx context.Context, e *environment.Environment, names []string) error {
	environment.Reproducible()
	return table(ctx, e, course.Languages, names, func(path string, r *result) error {
		for _, lang := range course.Languages {
			path := filepath.Join(e.Root, "notebooks", lang, filepath.Base(path))
			if err := r.writeInto(path, lang); err != nil && !(errors.Is(err, os.ErrNotExist) && lang != course.Languages[0]) {
				return err
			}
		}
		return nil
	})
}

// writeInto puts the outputs into a notebook's file.
func (r *result) writeInto(path, lang string) error {
	n, err := ipynb.Read(path)
	if err != nil {
		return err
	}
	for i := range n.Cells {
		if n.Cells[i].Code() {
			n.Cells[i].Outputs = r.outputs[lang][i]
		}
	}
	return n.Write(path)
}
