package endtoend

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/jupyter"
	"github.com/chromedp/chromedp"
)

// A notebook that is opened, and not edited, is not marked as modified, and saving it
// writes what was there.
func TestOpenedNotebookIsUnchanged(t *testing.T) {
	folder := t.TempDir()
	program, e, s := openLab(t, jupyter.Site{Folder: folder, Lang: "en"})
	paths, err := course.Notebooks(e.Root, "en", "00", "03", "08")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		before, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), before, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := browse(t, program)
		defer cancel()
		ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
		defer stop()
		const idle = `.jp-Notebook-ExecutionIndicator[data-status="idle"]`
		if err := chromedp.Do(ctx, chromedp.Navigate(s.URL("lab/workspaces/"+name[:2]+"/tree/"+name)), chromedp.WaitVisible(chromedp.CSS(idle))); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Second) // what the kernel says of itself comes after it is idle
		dirty, err := chromedp.Run(ctx, chromedp.Evaluate[int](`document.querySelectorAll(".jp-mod-dirty").length`))
		screenshot(ctx, t, "opened-"+name+".png")
		if err != nil || dirty != 0 {
			t.Errorf("%s: %d marks of a change, %v", name, dirty, err)
		}
		if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`void window.jupyterapp.commands.execute("docmanager:save")`)); err != nil {
			t.Error(err)
		}
		time.Sleep(2 * time.Second)
		after, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s: saving it unedited changed it, %v", name, err)
		}
	}
}
