package endtoend

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/jupyter"
	"github.com/chromedp/chromedp"
)

// The figures live in JupyterLab, behind a prefix such as a hub's: after their cells, after
// the kernel, and when the notebook is opened again.
func TestLiveInJupyterLab(t *testing.T) {
	folder := t.TempDir()
	program, _, s := openLab(t, jupyter.Site{Folder: folder, Lang: "en", Prefix: "user/ada/"})
	weights, err := filepath.Abs(courseWeights)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "live.ipynb")
	empty := liveNotebook(t, path, weights)
	net, err := lesson.Restore(lesson.Net, courseWeights)
	if err != nil {
		t.Fatal(err)
	}

	p := openLive(t, program, s.URL("lab/workspaces/live/tree/live.ipynb"))
	p.check(chromedp.Do(p.ctx, chromedp.Click(chromedp.CSS(".jp-Notebook .jp-Cell")))) // makes it the current one
	p.run(browserJS)
	if got := ask[seen](p, "null", "runAll()"); len(got.Errors) > 0 || got.Cells != 6 {
		t.Fatalf("%+v", got)
	}
	p.forget() // JupyterLab's own complaints
	p.allLive(net)
	own := strings.TrimSuffix(s.URL(""), "?token="+s.Token)
	p.quiet(own)
	if stills := ask[int](p, "null", `[...document.querySelectorAll(".jp-OutputArea img")].filter((i) => i.offsetParent).length`); stills != 0 {
		t.Errorf("%d still pictures are to be seen beside their figures", stills)
	}
	screenshot(p.ctx, t, "live-lab.png")

	// Without the kernel.
	ask[bool](p, "null", `(async () => {
		await jupyterapp.shell.currentWidget.sessionContext.shutdown();
		await jupyterapp.commands.execute("docmanager:save");
		return true;
	})()`)
	p.drawsOne(drawFigure)
	p.forget()
	p.quiet(own)

	grown, err := os.Stat(path)
	p.check(err)
	t.Logf("four figures make the notebook %d bytes larger", grown.Size()-empty)
	if grown.Size()-empty > 4*50_000 {
		t.Errorf("four figures make the notebook %d bytes larger", grown.Size()-empty)
	}
	p.check(chromedp.Do(p.ctx, chromedp.Navigate(s.URL("lab/workspaces/live/tree/live.ipynb"))))
	p.run(liveJS)
	for _, name := range []string{"window", "kernel", "descent", "draw"} {
		ask[bool](p, "null", "ready(args[0], 1)", name)
	}
	p.drawsOne(drawFigure)
}

// allLive has all figures answer, one after the other.
func (p *livePage) allLive(net *lesson.Classifier) {
	for _, name := range []string{"window", "kernel", "descent", "draw"} {
		ask[bool](p, "null", "ready(args[0], 1)", name)
	}
	p.window(0)
	p.kernel(0)
	p.descent(0)
	p.drawing(0, 10, net)
	if text := ask[string](p, drawFigure, "root.textContent"); !strings.Contains(text, "those of this notebook") {
		p.Errorf("the weights are not the notebook's: %s", text)
	}
}

// liveNotebook writes a notebook that shows all figures, and returns its size before it is run.
func liveNotebook(t *testing.T, path, weights string) int64 {
	t.Helper()
	n := &ipynb.Notebook{NBFormat: 4, NBFormatMinor: 5}
	n.Metadata.Kernel = ipynb.Kernel
	for i, code := range []string{
		course.SetupCell,
		`import "convnet.example/lesson/live"`,
		"%%\nlive.Show(\"window\")",
		"%%\nlive.Show(\"kernel\")",
		"%%\nlive.Show(\"descent\")",
		fmt.Sprintf("%%%%\nlive.Show(\"draw\", live.Weights(%q))", weights),
	} {
		n.Cells = append(n.Cells, ipynb.Cell{Type: "code", ID: fmt.Sprint("cell-", i), Source: ipynb.Lines(code)})
	}
	if err := n.Write(path); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// A notebook as it comes from a clone is not trusted: the still picture is there, with a
// sentence that says how to make it move.
func TestLiveBeforeItIsRun(t *testing.T) {
	folder := t.TempDir()
	program, e, s := openLab(t, jupyter.Site{Folder: folder, Lang: "zh"})
	paths, err := course.Notebooks(e.Root, "zh", "03")
	if err != nil {
		t.Fatal(err)
	}
	n, err := ipynb.Read(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	n.Cells = slices.DeleteFunc(n.Cells, func(c ipynb.Cell) bool { return c.ID != "live-window" })
	if err := n.Write(filepath.Join(folder, "live.ipynb")); err != nil {
		t.Fatal(err)
	}
	p := openLive(t, program, s.URL("lab/workspaces/live/tree/live.ipynb"))
	p.check(chromedp.Do(p.ctx, chromedp.WaitVisible(chromedp.CSS(".jp-OutputArea img"))))
	text := ask[string](p, "null", `document.querySelector(".jp-OutputArea").textContent`)
	screenshot(p.ctx, t, "live-untrusted.png")
	if !strings.Contains(text, "运行这个单元格，图就能动手操作") || strings.Contains(text, "script") {
		t.Errorf("under the picture it says %s", text)
	}
}
