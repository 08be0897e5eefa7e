package kernel

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
)

// RunAll executes the notebooks of one language and prints a table. Its columns plain and
// hello are the median seconds of a notebook's plain cells and of a cell that prints hello in
// the same kernel, and slowest is the slowest plain cell.
func RunAll(ctx context.Context, e *environment.Environment, lang string, names []string) error {
	return table(ctx, e, []string{lang}, names, func(string, *result) error { return nil })
}

// table executes notebooks, hands each result to use, and prints a line on it.
func table(ctx context.Context, e *environment.Environment, langs, names []string, use func(path string, r *result) error) error {
	paths, err := course.Notebooks(e.Root, langs[0], names...)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return say.Errorf("there are no notebooks", "没有笔记本")
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, say.Text("notebook               \tcells\tseconds\tplain\thello\tratio\tslowest                \tresult",
		"笔记本                 \t单元格\t秒\t普通\thello\t倍数\t最慢                   \t结果"))
	bad := 0
	var all, hellos []cellTime
	for _, path := range paths {
		w.Flush() // a line as soon as it is known
		hello := 0.0
		r, err := execute(ctx, e, path, func(s *session, n *ipynb.Notebook, i int) (err error) {
			if hello == 0 && i > 1 { // after the setup
				hello, err = s.hello()
			}
			return err
		}, langs...)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil && len(r.failed) == 0 {
			err = use(path, r)
		}
		fmt.Fprintf(w, "%-23s\t%5d\t%7.1f\t%5.2f\t%5.2f\t%5.1f\t%-23s\t%s\n", filepath.Base(path), r.cells, r.seconds,
			median(r.plain), hello, median(r.plain)/max(hello, 1e-3), slowest(r.plain), r.verdict(err))
		if err != nil || len(r.failed) > 0 {
			bad++
		}
		all, hellos = append(all, r.plain...), append(hellos, cellTime{"", hello})
	}
	fmt.Fprintf(w, "%-23s\t%5s\t%7s\t%5.2f\t%5.2f\t%5.1f\t%-23s\t\n", say.Text("all plain cells", "全部普通单元格"), "", "",
		median(all), median(hellos), median(all)/max(median(hellos), 1e-3), slowest(all))
	w.Flush()
	if bad > 0 {
		return say.Errorf("%d of %d notebooks failed", "%[2]d 个笔记本中有 %[1]d 个失败", bad, len(paths))
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
		return say.Text("ok", "通过")
	}
	return say.Text("FAILED: ", "失败：") + strings.Join(all, "\n    ")
}

// explain says in some lines what a cell failed with. A program that panics has said so on
// its standard error.
func explain(outputs []ipynb.Output, wrong ipynb.Output) string {
	text := wrong.EName + ": " + strings.TrimSpace(wrong.EValue)
	for _, o := range outputs {
		if o.Type == "stream" && o.Name == "stderr" {
			text += "\n" + string(o.Text)
		}
	}
	all := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(all[:min(8, len(all))], "\n    ")
}
