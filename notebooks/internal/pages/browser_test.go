package pages

import (
	"context"
	_ "embed"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"convnet.example/notebooks/internal/prepared"
	"github.com/chromedp/chromedp"
)

//go:embed testdata/look.js
var lookJS string

// seen is what look.js finds in a page.
type seen struct {
	Width, Scrolling    int
	Fetched             []string
	Paper, Mat, Padding string
	Live                int // figures that their program has started
}

const phone = 360 // pixels: a small one

// checkInBrowser opens every page from the disk, as wide as a phone.
func checkInBrowser(t *testing.T, w written) {
	b := browse(t, "1") // light
	for _, name := range w.names() {
		s := b.look(w, name)
		if s.Width > phone || len(s.Fetched) > 0 || s.Paper != "rgb(255, 255, 255)" {
			t.Errorf("%s: %+v, want a width of %d, nothing fetched, and white paper", name, s, phone)
		}
		if filepath.Base(name) != "index.html" && s.Scrolling == 0 {
			t.Errorf("%s: no code scrolls in its box", name)
		}
	}
	b.look(w, "en/03-window.html")
	if got := run[string](b, chromedp.Evaluate[string]("onPaper("+style(t, w)+")")); got != "none, none, none, preserve wrap, avoid, rgba(0, 0, 0, 0)" {
		t.Errorf("on paper: %s", got)
	}
	b.look(w, "en/03-window.html")
	run(b, chromedp.KeyEvent("\t"))
	if got := run[string](b, chromedp.Evaluate[string]("focused()")); got != "A solid" {
		t.Errorf("the key Tab leads to %q, want a link with an outline", got)
	}
	b.quiet()
	b = browse(t, "0") // dark
	if s := b.look(w, "en/03-window.html"); s.Paper != "rgb(20, 23, 26)" || s.Mat != "rgb(255, 255, 255)" || s.Padding == "0px" {
		t.Errorf("in the dark: %+v, want dark paper and pictures with a white mat", s)
	}
	b.quiet()
}

// style is the site's, as a string in JavaScript.
func style(t *testing.T, w written) string {
	css, err := os.ReadFile(filepath.Join(w.folder, "style.css"))
	if err != nil {
		t.Fatal(err)
	}
	quoted, _ := json.Marshal(string(css))
	return string(quoted)
}

// A browser is one without a window.
type browser struct {
	t        *testing.T
	ctx      context.Context
	mutex    sync.Mutex
	messages []string // of its console
}

// browse starts a browser in light (1) or dark (0) mode, or skips the test.
func browse(t *testing.T, mode string) *browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(prepared.Browser(t)),
		chromedp.Flag("blink-settings", "preferredColorScheme="+mode))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, cancelBrowser := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, cancelTab := chromedp.NewContext(ctx)
	t.Cleanup(func() { cancelTab(); cancelBrowser() })
	b := &browser{t: t, ctx: ctx}
	run(b, chromedp.EmulateViewport(phone, 800))
	go func() {
		for m, err := range chromedp.Console(ctx) {
			if err != nil {
				return
			}
			b.mutex.Lock()
			b.messages = append(b.messages, string(m.Type)+": "+m.Text)
			b.mutex.Unlock()
		}
	}()
	return b
}

func run[T any](b *browser, action chromedp.Action[T]) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, action)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// look opens a page, with all solutions unfolded.
func (b *browser) look(w written, name string) seen {
	b.t.Helper()
	run(b, chromedp.Navigate("file://"+filepath.ToSlash(filepath.Join(w.folder, name))))
	run(b, chromedp.Evaluate[chromedp.Void](lookJS))
	return run(b, chromedp.Evaluate[seen]("look()"))
}

// quiet holds that no page had anything to say on the console.
func (b *browser) quiet() {
	b.t.Helper()
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if len(b.messages) > 0 {
		b.t.Errorf("the console says %q", b.messages)
	}
}
