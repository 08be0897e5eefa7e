package pages

import (
	"io"
	"slices"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

const (
	script = `<script>alert(1)</script>`
	quotes = `" onerror="alert(2)" x='<b>'`
)

// evil is a notebook that tries to bring markup into the page wherever it has text.
func evil() []ipynb.Cell {
	png := "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
	return []ipynb.Cell{
		markdown("# 00 · "+script+" "+quotes, "At the end you know "+script+" and [click](javascript:alert(3)).", "## "+quotes),
		{Type: "code", ID: "setup", Source: "%goworkfix"},
		markdown(`<iframe src="https://example.com"></iframe>`, "Inline "+script+` <img src=x onerror="alert(4)">.`,
			`<details onclick="alert(5)"><summary>`+script+"</summary>", "x", "</details>",
			`[a](missing.ipynb) [b](../../README.md) [c](//example.com/x.ipynb) [d](01-live.ipynb) ![e](x.png) [f](data:text/html,x)`,
			`$\text{`+script+`} < 1$ and $a`+quotes+`$`, "```\"><script>\n"+script+"\n```", "| "+script+" |\n|---|\n| "+quotes+" |"),
		{Type: "code", Source: ipynb.Lines("// " + script), Outputs: []ipynb.Output{
			{Type: "stream", Name: "stdout", Text: ipynb.Lines("</pre>" + script + "\x1b[31mred\x1b[0m\n")},
			{Type: "stream", Name: "stderr", Text: ipynb.Lines(script)},
			shows("image/png", png, quotes+script),
			shows("text/html", script+`<div data-live="evil">html</div>`, ""),
			shows("text/plain", script, ""), shows("image/svg+xml", "<svg><script/></svg>", ""),
			shows("application/javascript", "alert(6)", ""), shows("text/markdown", script, ""),
			{Type: "error", EName: "ERROR", EValue: script, Traceback: []string{script, "\x1b[1mbold"}},
		}},
	}
}

// allowed are the elements that these pages may have.
var allowed = strings.Fields(`html head meta title link body header nav a main footer small h1 h2 p ul li div span pre
	code img details summary table thead tbody tr th td math mrow mi mn mo mtext msup`)

// Text stays text, whatever is in it.
func TestHostile(t *testing.T) {
	w := writeSite(t, small(t), "", io.Discard)
	checkLinks(t, w)
	for _, name := range []string{"index.html", "en/index.html", "en/00-evil.html", "zh/00-evil.html", "en/01-live.html"} {
		page := w.pages[name]
		for _, e := range page {
			if !slices.Contains(allowed, e.name) {
				t.Errorf("%s has an element %s", name, e.name)
			}
			for attribute := range e.attr {
				if strings.HasPrefix(attribute, "on") || attribute == "style" || attribute == "srcset" {
					t.Errorf("%s: an element %s has the attribute %s", name, e.name, attribute)
				}
			}
		}
	}
	page := w.pages["en/00-evil.html"]
	if title := find(page, "title")[0].text; !strings.Contains(title, script) {
		t.Errorf("the title is %q", title)
	}
	for _, at := range []string{"h1", "p", "summary", "th", "code", "math", ".highlight", ".stdout", ".stderr"} {
		if found := find(page, at); len(found) == 0 || !anyContains(found, "alert(1)") {
			t.Errorf("there is no %s with the text", at)
		}
	}
	if alt := find(page, "img")[0].attr["alt"]; alt != quotes+script {
		t.Errorf("the picture's alt is %q", alt)
	}
	main := find(page, "main")[0].text
	for _, gone := range []string{"%goworkfix", "alert(6)", "html\n", "\x1b", "[31m"} {
		if strings.Contains(main, gone) {
			t.Errorf("the page has %q", gone)
		}
	}
}

func anyContains(all []*element, text string) bool {
	for _, e := range all {
		if strings.Contains(e.text, text) {
			return true
		}
	}
	return false
}

// A picture that is none is an error that names the cell.
func TestBrokenPicture(t *testing.T) {
	for _, data := range []string{"%%%", "AAAA"} {
		n := &ipynb.Notebook{Cells: []ipynb.Cell{{Type: "code", ID: "broken", Outputs: []ipynb.Output{shows("image/png", data, "x")}}}}
		if _, err := forReading(n, course.Languages[0]); err == nil || !strings.Contains(err.Error(), "broken") {
			t.Errorf("%q: the error is %v", data, err)
		}
	}
}
