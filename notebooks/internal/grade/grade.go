package grade

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
)

// Limits are what one learner's notebook may take. What takes more is stopped, and graded by
// the cells that were over before.
type Limits struct {
	Time   time.Duration
	Memory int64 // bytes, of the kernel and all that it started
	Output int   // bytes that its cells print
}

// Usual are the limits of a class: all of the course's notebooks keep to them.
var Usual = Limits{Time: 20 * time.Minute, Memory: 3 << 30, Output: 10 << 20}

// Grade runs the notebooks and writes a line of CSV for each exercise of each: learner,
// exercise, passed or not, attempts (how often the checker was asked about an answer), the
// notebook, and a remark. A notebook that cannot be run has a line with a remark alone.
func Grade(ctx context.Context, e *environment.Environment, files []string, limits Limits, out, log io.Writer) error {
	table := csv.NewWriter(out)
	table.Write([]string{"learner", "exercise", "passed", "attempts", "notebook", "remark"})
	for i, file := range files {
		fmt.Fprintf(log, "%d/%d %s\n", i+1, len(files), file)
		for _, row := range gradeOne(ctx, e, file, limits) {
			table.Write(row)
		}
		table.Flush()
		if err := table.Error(); err != nil {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// gradeOne returns the lines of one notebook.
func gradeOne(ctx context.Context, e *environment.Environment, file string, limits Limits) (rows [][]string) {
	name := filepath.Base(file)
	n, err := ipynb.Read(file)
	if err != nil {
		return [][]string{{learner(file), "", "", "", name, err.Error()}}
	}
	texts, remark := run(ctx, e, n, limits)
	all := verdicts(texts)
	for _, number := range numbers(n, all) {
		v := all[number]
		rows = append(rows, []string{learner(file), number, yes(v.passed), strconv.Itoa(v.attempts), name, remark})
	}
	if len(rows) == 0 {
		if remark == "" {
			remark = say.Text("it has no exercises", "里面没有练习")
		}
		rows = [][]string{{learner(file), "", "", "", name, remark}}
	}
	return rows
}

func yes(passed bool) string {
	if passed {
		return "yes"
	}
	return "no"
}

// learner is the name of the folder that a notebook was handed in in.
func learner(file string) string {
	full, err := filepath.Abs(file)
	if err != nil {
		full = file
	}
	return filepath.Base(filepath.Dir(full))
}

// numbers returns the exercises of a notebook: those in its headings, and those that a
// checker has spoken of.
func numbers(n *ipynb.Notebook, all map[string]verdict) (list []string) {
	for _, c := range n.Cells {
		if !c.Code() {
			for _, m := range heading.FindAllStringSubmatch(string(c.Source), -1) {
				list = append(list, m[1])
			}
		}
	}
	for number := range all {
		list = append(list, number)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// copyOf puts the notebook's copy where it runs. The learner's own file stays as it is.
func copyOf(n *ipynb.Notebook) (folder, path string, err error) {
	if folder, err = os.MkdirTemp("", "grade"); err != nil {
		return "", "", err
	}
	for _, f := range []string{"notebook", "tmp"} {
		if err := os.Mkdir(filepath.Join(folder, f), 0o700); err != nil {
			return folder, "", err
		}
	}
	path = filepath.Join(folder, "notebook", "notebook.ipynb")
	return folder, path, n.Write(path)
}
