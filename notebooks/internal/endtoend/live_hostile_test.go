package endtoend

import (
	"bytes"
	"context"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson/live/livetest"
	"convnet.example/lesson/safetensors"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const drawFigure = "figures('draw')[0]"

// What is no file of the network's weights is refused with words, and the figure goes on.
func TestLiveRefuses(t *testing.T) {
	p := openFromDisk(t)
	if said := ask[string](p, "figures('draw')[1]", "said(root)"); said == "" {
		t.Error("weights that are none, in the page, are not spoken of")
	}
	own, err := os.ReadFile(courseWeights)
	p.check(err)
	tensors, _, err := safetensors.Read(bytes.NewReader(own))
	p.check(err)
	nan, shape := tensors["fc.bias"], tensors["conv1.bias"]
	nan.Data = append([]float32{float32(math.NaN())}, nan.Data[1:]...)
	shape.Shape, shape.Data = []int{11}, make([]float32, 11)
	with := func(name string, t safetensors.Tensor) []byte {
		changed := map[string]safetensors.Tensor{}
		for n, tensor := range tensors {
			changed[n] = tensor
		}
		changed[name] = t
		var b bytes.Buffer
		p.check(safetensors.Write(&b, changed, nil))
		return b.Bytes()
	}
	claim := binary.LittleEndian.AppendUint64(nil, 99_000_000) // bytes of a header that is not there
	for name, test := range map[string]struct {
		data []byte
		said string
	}{
		"large": {make([]byte, 10<<20), "10.5 MB"},
		"text":  {[]byte("hello"), "damaged"},
		"claim": {claim, "damaged"},
		"empty": {nil, "damaged"},
		"nan":   {with("fc.bias", nan), "NaN"},
		"shape": {with("conv1.bias", shape), "[11]"},
		"half":  {own[:len(own)/2], "damaged"},
		"own":   {own, ""},
	} {
		path := filepath.Join(t.TempDir(), name+".safetensors")
		p.check(os.WriteFile(path, test.data, 0o644))
		p.check(chromedp.Do(p.ctx, chromedp.SetUploadFiles(chromedp.CSS("[data-live=draw] input[name=weights]"), []string{path})))
		p.settle()
		if said := ask[string](p, drawFigure, "said(root)"); (said == "") != (test.said == "") || !strings.Contains(said, test.said) {
			t.Errorf("%s: the figure says %q, want %q", name, said, test.said)
		}
	}
	p.drawsOne(drawFigure)
	p.quiet("file://")
}

// drawsOne draws a digit, and fails the test unless it is read.
func (p *livePage) drawsOne(root string) {
	p.Helper()
	ask[float64](p, root, "press(root, 'clear')")
	p.mouse(ask[box](p, root, "place(root.querySelector('canvas.ink'))"), livetest.Canvas, livetest.Digits(5, 3)[2].Lines)
	p.settle()
	if answer := ask[string](p, root, "root.dataset.answer"); answer != "2" {
		p.Errorf("a 2 is read as %q", answer)
	}
}

// Clear, undo and keep; a place of each layer; a pointer that leaves the paper and comes back;
// and the keyboard.
func TestLiveDrawing(t *testing.T) {
	p := openFromDisk(t)
	ask[float64](p, drawFigure, "press(root, 'clear')")
	p.run(drawFigure + ".querySelector('button[name=keep]').click()")
	if said := ask[string](p, drawFigure, "said(root)"); !strings.Contains(said, "nothing to keep") {
		t.Errorf("an empty paper is kept: %q", said)
	}
	p.drawsOne(drawFigure)
	p.run(drawFigure + ".querySelector('button[name=keep]').click()")
	for _, layer := range []string{"conv1", "relu1", "conv2", "relu2"} {
		at := ask[box](p, drawFigure, "place(root.querySelector(`[data-layer=${args[0]}]`))", layer)
		p.check(chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MouseMoved, at.Left+at.Width*0.55, at.Top+at.Height*0.7)))
		p.settle()
		text := ask[string](p, drawFigure, "formulas(root)")
		side := ask[float64](p, drawFigure, "parseFloat(root.querySelector('.cl-seen i').style.width)")
		want := map[string]float64{"conv1": 5, "relu1": 6, "conv2": 14, "relu2": 16}[layer]
		if !strings.Contains(text, layer+", map") || math.Abs(side-100*want/28) > 1e-3 {
			t.Errorf("%s: a field of %v %%, and %s", layer, side, text)
		}
	}
	// A dot is no digit.
	at := ask[box](p, drawFigure, "place(root.querySelector('canvas.ink'))")
	ask[float64](p, drawFigure, "press(root, 'clear')")
	p.mouse(at, livetest.Canvas, [][][2]float64{{{100, 100}, {103, 103}}})
	p.settle()
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "" {
		t.Errorf("a dot is read as %q", answer)
	}
	ask[float64](p, drawFigure, "press(root, 'undo')")
	// Out over the right edge, and in again: a 1 of two lines.
	p.mouse(at, livetest.Canvas, [][][2]float64{{{150, 30}, {150, 120}, {600, 130}, {600, 150}, {150, 150}, {150, 250}}})
	p.settle()
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer == "" {
		t.Error("a pointer that left the paper and came back draws no more")
	}
	ask[float64](p, drawFigure, "answered(root, () => root.querySelector('button[name=kept]').click())")
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "2" {
		t.Errorf("the 2 that was kept is read as %q", answer)
	}
	ask[float64](p, drawFigure, "press(root, 'clear')")
	ask[float64](p, drawFigure, "press(root, 'undo')") // brings it back
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "2" {
		t.Errorf("what was cleared by mistake comes back as %q", answer)
	}
	p.quiet("file://")
}

// All of it by the keyboard: the paper is found by Tab, arrows draw a 1, and a drawing that is
// kept stays as it was when the pen goes on.
func TestLiveKeyboard(t *testing.T) {
	p := openFromDisk(t)
	p.run(drawFigure + `.querySelector("canvas.ink").focus()`)
	if !ask[bool](p, drawFigure, `document.activeElement === root.querySelector("canvas.ink")`) {
		t.Fatal("the paper cannot have the focus")
	}
	p.keys(" ", 1)
	p.keys(kb.ArrowDown, 14)
	p.run(drawFigure + `.querySelector("button[name=keep]").click()`)
	p.keys(kb.ArrowRight, 9)
	p.keys(kb.ArrowUp, 14)
	p.keys(kb.ArrowLeft, 8)
	p.keys(" ", 1)
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "0" {
		t.Errorf("a ring with corners is read as %q", answer)
	}
	ask[float64](p, drawFigure, "answered(root, () => root.querySelector('button[name=kept]').click())")
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "1" {
		t.Errorf("the bar that was kept is read as %q", answer)
	}
	p.run(drawFigure + `.querySelector("[data-layer=conv2]").focus()`)
	p.keys(kb.ArrowRight, 10)
	if text := ask[string](p, drawFigure, "formulas(root)"); !strings.Contains(text, "conv2, map 1, row 0, column 1 ") {
		t.Errorf("ten steps to the right on maps 8 wide: %s", text)
	}
	kernel := "figures('kernel')[0]"
	p.run(kernel + `.querySelector("canvas").focus()`)
	before := ask[string](p, kernel, "formulas(root)")
	p.keys(kb.ArrowUp, 1)
	if after := ask[string](p, kernel, "formulas(root)"); !strings.Contains(before, "row 8, column 10") || !strings.Contains(after, "row 7, column 10") {
		t.Errorf("a step up from\n%s\nis\n%s", before, after)
	}
	p.quiet("file://")
}

// keys presses a key some times.
func (p *livePage) keys(key string, times int) {
	p.Helper()
	for range times {
		p.check(chromedp.Do(p.ctx, chromedp.KeyEvent(key)))
	}
	p.settle()
}

// A second finger, or the palm, draws nothing.
func TestLiveSecondFinger(t *testing.T) {
	p := openFromDisk(t)
	p.check(chromedp.Do(p.ctx, chromedp.EmulateViewport(390, 800, chromedp.EmulateMobile, chromedp.EmulateTouch)))
	ask[float64](p, drawFigure, "press(root, 'clear')")
	at := ask[box](p, drawFigure, "place(root.querySelector('canvas.ink'))")
	palm := 1.0
	finger := func(q [2]float64) *input.TouchPoint {
		first := 0.0
		return &input.TouchPoint{ID: &first, X: at.Left + q[0]*at.Width/livetest.Canvas, Y: at.Top + q[1]*at.Height/livetest.Canvas}
	}
	resting := &input.TouchPoint{ID: &palm, X: at.Left + 0.9*at.Width, Y: at.Top + 0.95*at.Height}
	line := livetest.Digits(5, 8)[7].Lines[0]
	p.touch(input.DispatchTouchEventTypeTouchStart, finger(line[0]))
	p.touch(input.DispatchTouchEventTypeTouchStart, finger(line[0]), resting)
	for _, q := range line {
		p.touch(input.DispatchTouchEventTypeTouchMove, finger(q), resting)
	}
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.settle()
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "7" {
		t.Errorf("a 7 with the palm on the paper is read as %q", answer)
	}
}

// A finger draws, and the page under it stays where it is.
func TestLiveTouch(t *testing.T) {
	p := openFromDisk(t)
	p.check(chromedp.Do(p.ctx, chromedp.EmulateViewport(390, 800, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulateScale(2))))
	ask[float64](p, drawFigure, "press(root, 'clear')")
	at := ask[box](p, drawFigure, "place(root.querySelector('canvas.ink'))")
	before := ask[float64](p, "null", "window.scrollY")
	for _, line := range livetest.Digits(5, 8)[7].Lines {
		for i, q := range line {
			kind := input.DispatchTouchEventTypeTouchMove
			if i == 0 {
				kind = input.DispatchTouchEventTypeTouchStart
			}
			p.touch(kind, &input.TouchPoint{X: at.Left + q[0]*at.Width/livetest.Canvas, Y: at.Top + q[1]*at.Height/livetest.Canvas})
		}
		p.touch(input.DispatchTouchEventTypeTouchEnd)
	}
	p.settle()
	if answer, after := ask[string](p, drawFigure, "root.dataset.answer"), ask[float64](p, "null", "window.scrollY"); answer != "7" || after != before {
		t.Errorf("a 7 drawn by finger is read as %q, and the page scrolled by %v", answer, after-before)
	}
	if wide := ask[float64](p, "null", "document.documentElement.scrollWidth"); wide > 390 {
		t.Errorf("on a phone of 390 pixels the page is %v wide", wide)
	}
	for _, name := range []string{"window", "kernel", "descent", "draw"} {
		ask[box](p, "figures('"+name+"')[0]", "(root.scrollIntoView(), place(root), {Left: 0})")
		screenshot(p.ctx, t, "live-phone-"+name+".png")
	}
	p.quiet("file://")
}

func (p *livePage) touch(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
	p.Helper()
	p.check(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		return err
	})))
}

// A driver, or a mouse, that does not say at each move that its button is down draws as well;
// one that has said so, and says no more, has been released.
func TestLiveReleasedUnheard(t *testing.T) {
	p := openFromDisk(t)
	at := ask[box](p, drawFigure, "place(root.querySelector('canvas.ink'))")
	x, y := at.Left+at.Width/2, at.Top
	press := func() {
		p.check(chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MousePressed, x, y+30, chromedp.ButtonLeft, chromedp.ClickCount(1))))
	}
	move := func(x, y float64, options ...chromedp.MouseOption) {
		p.check(chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MouseMoved, x, y, options...)))
	}
	press()
	for i := range 5 {
		move(x, y+30+40*float64(i+1))
	}
	p.settle()
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "1" {
		t.Errorf("a bar drawn without a word about the button is read as %q", answer)
	}
	p.check(chromedp.Do(p.ctx, chromedp.MouseEvent(chromedp.MouseReleased, x, y+230, chromedp.ButtonLeft)))
	ask[float64](p, drawFigure, "press(root, 'clear')")
	press()
	move(x, y+230, chromedp.ButtonLeft)
	move(x+100, y+230)
	move(x+100, y+30)
	p.settle()
	if answer := ask[string](p, drawFigure, "root.dataset.answer"); answer != "1" {
		t.Errorf("a bar, and a mouse that hovers on, is read as %q", answer)
	}
}
