package endtoend

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed testdata/live.js
var liveJS string

// A livePage is a page with live figures, in a browser. It notes what the page asks the
// network for, and what it complains of.
type livePage struct {
	*testing.T
	ctx                  context.Context
	mu                   sync.Mutex
	requests, complaints []string
}

// openLive opens a page.
func openLive(t *testing.T, program, url string) *livePage {
	t.Helper()
	ctx, cancel := browse(t, program)
	ctx, stop := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(func() { stop(); cancel() })
	p := &livePage{T: t, ctx: ctx}
	p.check(chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, network.Enable, network.EnableParams{})
		return err
	})))
	p.check(chromedp.Listen(ctx, p.note))
	p.check(chromedp.Do(ctx, chromedp.Navigate(url)))
	p.run(liveJS)
	return p
}

func (p *livePage) note(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	case *runtime.EventExceptionThrown:
		p.complaints = append(p.complaints, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			for _, a := range e.Args {
				p.complaints = append(p.complaints, string(a.Value)+a.Description)
			}
		}
	}
}

// quiet fails the test if the page asked another host for something, or complained.
func (p *livePage) quiet(own string) {
	p.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, url := range p.requests {
		if !strings.HasPrefix(url, own) && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") {
			p.Errorf("the page asks for %.100s", url)
		}
	}
	for _, text := range p.complaints {
		p.Errorf("the page complains: %.300s", text)
	}
}

// forget forgets what the page has complained of until now.
func (p *livePage) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.complaints = nil
}

func (p *livePage) check(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

// run runs JavaScript that has no result.
func (p *livePage) run(js string) {
	p.Helper()
	p.check(chromedp.Do(p.ctx, chromedp.Evaluate[chromedp.Void](js+"\n;void 0")))
}

// ask runs JavaScript and returns what it says. In it, root is the figure, and args are the
// arguments.
func ask[T any](p *livePage, figure, js string, args ...any) T {
	p.Helper()
	list, err := json.Marshal(append([]any{}, args...))
	p.check(err)
	call := fmt.Sprintf("(async (root, args) => (%s))(%s, %s)", js, figure, list)
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](call, chromedp.EvalAwaitPromise))
	if err != nil {
		screenshot(p.ctx, p.T, p.Name()+".png")
		p.Fatalf("%v: %.300s", err, call)
	}
	return value
}

// settle waits until all that was done is drawn, however slow the machine is.
func (p *livePage) settle() {
	p.Helper()
	ask[bool](p, "null", "settled()")
}

// box is where an element is on the screen.
type box struct{ Left, Top, Width, Height float64 }

// mouse moves the mouse, with its button down, along the lines: points in a square of side
// pixels, on an element.
func (p *livePage) mouse(b box, side float64, lines [][][2]float64) {
	p.Helper()
	at := func(q [2]float64) (x, y float64) { return b.Left + q[0]*b.Width/side, b.Top + q[1]*b.Height/side }
	for _, line := range lines {
		x, y := at(line[0])
		p.check(chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1))))
		for i := 1; i < len(line); i++ {
			for part := 0.25; part <= 1; part += 0.25 {
				x, y = at([2]float64{line[i-1][0] + part*(line[i][0]-line[i-1][0]), line[i-1][1] + part*(line[i][1]-line[i-1][1])})
				p.check(chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MouseMoved, x, y, chromedp.ButtonLeft)))
			}
		}
		p.check(chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MouseReleased, x, y, chromedp.ButtonLeft)))
	}
}

// prompt fails the test unless the figure answered within 50 ms in the median.
func (p *livePage) prompt(figure string, milliseconds []float64) {
	p.Helper()
	slices.Sort(milliseconds)
	if n := len(milliseconds); n == 0 || milliseconds[n/2] > 50 {
		p.Errorf("%s: the answers took %.0f ms", figure, milliseconds)
	} else {
		p.Logf("%s: %d answers, median %.0f ms, slowest %.0f ms", figure, n, milliseconds[n/2], milliseconds[n-1])
	}
}
