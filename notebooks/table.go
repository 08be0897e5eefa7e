package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// runAll executes the notebooks of one language and prints a table.
func (o *options) runAll(ctx context.Context, e *environment) error {
	return o.table(ctx, e, []string{o.lang}, func(string, *result) error { return nil })
}

// table executes notebooks, hands each result to use, and prints a line on it.
func (o *options) table(ctx context.Context, e *environment, langs []string, use func(path string, r *result) error) error {
	paths, err := notebooks(e.root, langs[0], o.names...)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return errors.New("there are no notebooks")
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "notebook               \tcells\tseconds\tresult")
	bad := 0
	for _, path := range paths {
		w.Flush() // a line as soon as it is known
		r, err := e.execute(ctx, path, func(*session, *notebook, int) error { return nil }, langs...)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil && len(r.failed) == 0 {
			err = use(path, r)
		}
		fmt.Fprintf(w, "%-23s\t%5d\t%7.1f\t%s\n", filepath.Base(path), r.cells, r.seconds, r.verdict(err))
		if err != nil || len(r.failed) > 0 {
			bad++
		}
	}
	w.Flush()
	if bad > 0 {
		return fmt.Errorf("%d of %d notebooks failed", bad, len(paths))
	}
	return nil
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
