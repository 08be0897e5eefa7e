package endtoend

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson"
	"convnet.example/notebooks/internal/liveprogram"
	"convnet.example/notebooks/internal/prepared"
)

// courseWeights are those that the figure draw has by itself.
const courseWeights = "../../../lesson/live/internal/figure/weights.safetensors"

const livePageHTML = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>live</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><script>
new MutationObserver(() => (window.alive ??= performance.now())).observe(document, { subtree: true, attributeFilter: ["data-version"] })
</script></head><body>
<div class="convnet-live" data-live="window"></div>
<div class="convnet-live" data-live="kernel"></div>
<div class="convnet-live" data-live="descent"></div>
<div class="convnet-live" data-live="draw"></div>
<div class="convnet-live" data-live="draw" data-weights="AAAA"></div>
<div class="convnet-live" data-live="window" lang="zh"></div>
<script src="convnet-live.js" defer></script></body></html>`

// All figures live on a page that is opened from the disk.
func TestLiveFromDisk(t *testing.T) {
	p := openFromDisk(t)
	net, err := lesson.Restore(lesson.Net, courseWeights)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("the first figure lives after %.0f ms", ask[float64](p, "null", "window.alive"))
	p.window(0)
	p.kernel(0)
	p.descent(0)
	p.drawing(0, 30, net)
	p.drawing(1, 10, net)
	if text := ask[string](p, "figures('window')[1]", "root.textContent"); !strings.Contains(text, "卷积核") {
		t.Errorf("the figure of a Chinese part of the page says %s", text)
	}
	p.quiet("file://")
	screenshot(p.ctx, t, "live-page.png")
}

// openFromDisk opens a page with all figures from a folder with an odd name.
func openFromDisk(t *testing.T) *livePage {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves out the browser")
	}
	program := prepared.Browser(t)
	folder := filepath.Join(t.TempDir(), "页 面 #1")
	if err := liveprogram.Build(t.Context(), "../../..", folder, os.Environ()); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(folder, "page.html")
	if err := os.WriteFile(page, []byte(livePageHTML), 0o644); err != nil {
		t.Fatal(err)
	}
	p := openLive(t, program, (&url.URL{Scheme: "file", Path: page}).String())
	ask[bool](p, "null", "ready('draw', 2)")
	return p
}
