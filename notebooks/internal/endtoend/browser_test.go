package endtoend

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/jupyter"
	"convnet.example/notebooks/internal/prepared"
	"github.com/chromedp/chromedp"
)

//go:embed testdata/browser.js
var browserJS string

// In a real browser Run All shows every picture of 02 and 09, and no error.
func TestBrowser(t *testing.T) {
	folder := t.TempDir() // it saves what it runs: not in the clone
	t.Setenv("MNIST_DIR", fewDigits(t))
	program, e, s := openLab(t, jupyter.Site{Folder: folder, Lang: "en"})
	for _, name := range []string{"02", "09"} {
		paths, err := course.Notebooks(e.Root, "en", name)
		if err != nil {
			t.Errorf("notebook %s: %v", name, err)
			continue
		}
		t.Run(filepath.Base(paths[0]), func(t *testing.T) { runAllIn(t, program, s, folder, paths[0]) })
	}
}

// openLab starts JupyterLab for a browser, which can ask it for its commands. The reader's
// JupyterLab remembers nothing of this.
func openLab(t *testing.T, site jupyter.Site) (program string, e *environment.Environment, s *jupyter.Server) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves out the browser")
	}
	program, e = prepared.Browser(t), prepared.Environment(t)
	e.Cache = t.TempDir()
	site.Args = append(site.Args, "--LabApp.expose_app_in_browser=True")
	s, err := jupyter.Serve(t.Context(), e, site)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	return program, e, s
}

// fewDigits returns a folder with built-in digits in MNIST's format: pictures and errors do
// not depend on how many there are, and with a tenth of them the test is short.
func fewDigits(t *testing.T) string {
	folder, data := t.TempDir(), digits.Builtin()
	for name, d := range map[string]*mnist.Set{"train": data.Train.First(6000), "t10k": data.Test.First(2000)} {
		n := uint32(d.Len())
		for suffix, file := range map[string]struct {
			header []uint32
			data   []byte
		}{
			"-images-idx3-ubyte": {[]uint32{0x803, n, mnist.Side, mnist.Side}, d.Pixels},
			"-labels-idx1-ubyte": {[]uint32{0x801, n}, d.Labels},
		} {
			var b bytes.Buffer
			binary.Write(&b, binary.BigEndian, file.header)
			b.Write(file.data)
			if err := os.WriteFile(filepath.Join(folder, name+suffix), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return folder
}

// seen is what browser.js finds in a notebook that has been run.
type seen struct {
	Pictures int      // shown
	Hidden   int      // pictures without pixels
	Errors   []string // ids of cells with an error
	Cells    int      // that have run
}

func runAllIn(t *testing.T, program string, s *jupyter.Server, folder, path string) {
	n, err := ipynb.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Write(filepath.Join(folder, filepath.Base(path))); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := browse(t, program)
	defer cancel()
	page := s.URL("lab/workspaces/" + filepath.Base(path)[:2] + "/tree/" + filepath.Base(path)) // no other tabs
	if err := chromedp.Do(ctx, chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	limited, stop := context.WithTimeout(ctx, 8*time.Minute)
	defer stop()
	if err := chromedp.Do(limited,
		chromedp.Click(chromedp.CSS(".jp-Notebook .jp-Cell")), // makes it the current one
		chromedp.Evaluate[chromedp.Void](browserJS)); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(limited, chromedp.Evaluate[seen]("runAll()", chromedp.EvalAwaitPromise))
	screenshot(ctx, t, strings.TrimSuffix(filepath.Base(path), ".ipynb")+".png")
	if err != nil {
		t.Fatal(err)
	}
	want := count(n)
	t.Logf("%+v", got)
	if got.Pictures < want.Pictures || got.Hidden > 0 || got.Cells != want.Cells || strings.Join(got.Errors, " ") != strings.Join(want.Errors, " ") {
		t.Errorf("the browser shows %+v, the file has %+v", got, want)
	}
}

// browse starts a browser without a window.
func browse(t *testing.T, program string) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.WindowSize(1400, 1000))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, cancelBrowser := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, cancelTab := chromedp.NewContext(ctx)
	return ctx, func() { cancelTab(); cancelBrowser() }
}

// screenshot keeps a picture of the page in the folder $SCREENSHOTS, if that is set.
func screenshot(ctx context.Context, t *testing.T, name string) {
	folder := os.Getenv("SCREENSHOTS")
	if folder == "" {
		return
	}
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name), picture, 0o644)
	}
	if err != nil {
		t.Log(err)
	}
}

// count is what the committed outputs have.
func count(n *ipynb.Notebook) (s seen) {
	for _, c := range n.Cells {
		if !c.Code() {
			continue
		}
		s.Cells++
		if ipynb.Failure(c.Outputs) != nil {
			s.Errors = append(s.Errors, c.ID)
		}
		for _, o := range c.Outputs {
			for mime := range o.Data {
				if strings.HasPrefix(mime, "image/") {
					s.Pictures++
				}
			}
		}
	}
	return s
}
