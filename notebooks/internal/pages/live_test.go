package pages

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

// A live figure and its picture become one element, which the site's own program starts.
func TestLiveFigures(t *testing.T) {
	e := small(t)
	program := filepath.Join(t.TempDir(), "any-name.js")
	os.WriteFile(program, []byte(`for (const e of document.querySelectorAll(".convnet-live[data-live][lang]")) e.dataset.started = "yes"`), 0o644)
	var log bytes.Buffer
	w := writeSite(t, e, program, &log)
	for _, lang := range course.Languages {
		page := w.pages[lang+"/01-live.html"]
		checkLive(t, page, lang)
		scripts := find(page, "script")
		if len(scripts) != 1 || scripts[0].attr["src"] != "../convnet-live.js" || words(scripts[0].text) != "" {
			t.Errorf("%s: the scripts are %+v", lang, scripts)
		}
		if len(find(w.pages[lang+"/00-evil.html"], "script")) > 0 {
			t.Errorf("%s: a page without live figures has a script", lang)
		}
	}
	checkLinks(t, w)
	if log.Len() > 0 {
		t.Errorf("it says %q", log.String())
	}
	b := browse(t, "1")
	if s := b.look(w, "zh/01-live.html"); s.Live != 4 || len(s.Fetched) > 0 {
		t.Errorf("in the browser: %+v, want four figures started", s)
	}
	b.look(w, "zh/00-evil.html")
	b.quiet()
}

func checkLive(t *testing.T, page []*element, lang string) {
	figures, pictures := find(page, ".convnet-live"), find(page, "img")
	if len(figures) != 4 || len(pictures) != 4 {
		t.Fatalf("%s: %d live figures and %d pictures, want four", lang, len(figures), len(pictures))
	}
	for i, kind := range liveKinds {
		f, p := figures[i].attr, pictures[i].attr
		if len(f) != 3 || f["data-live"] != kind || f["lang"] != lang {
			t.Errorf("%s: figure %d is %v, want %s", lang, i, f, kind)
		}
		if p["alt"] != "a still of "+kind || p["width"] != "3" || p["height"] != "2" || (p["lang"] == "en") != (lang == "zh") {
			t.Errorf("%s: the picture of %s is %v", lang, kind, p)
		}
	}
}

// Without the program the pages have the pictures, and a line says why.
func TestNoLiveProgram(t *testing.T) {
	e := small(t)
	var log bytes.Buffer
	w := writeSite(t, e, filepath.Join(e.Root, "missing.js"), &log, "01")
	page := w.pages["en/01-live.html"]
	checkLive(t, page, "en")
	if len(find(page, "script")) > 0 || strings.Count(log.String(), "\n") != 1 || !strings.Contains(log.String(), "missing.js") {
		t.Errorf("it says %q, and the page has %d scripts", log.String(), len(find(page, "script")))
	}
	// The other notebook was not asked for: nothing leads to it.
	checkLinks(t, w)
	if len(w.pages) != 5 || !strings.Contains(find(page, "main")[0].text, "Evil comes first.") {
		t.Errorf("the pages are %v", w.names())
	}
}

// Each live figure takes the picture right before it, and that only.
func TestJoining(t *testing.T) {
	picture, live, html := shows("image/png", still(t), "x"), shows("text/html", liveHTML("draw"), ""), shows("text/html", "<b>x</b>", "")
	text := ipynb.Output{Type: "stream", Name: "stdout", Text: "x"}
	for name, c := range map[string]struct {
		outputs                 []ipynb.Output
		kept, figures, pictures int
	}{
		"alone":              {[]ipynb.Output{live}, 1, 1, 0},
		"with its picture":   {[]ipynb.Output{picture, live}, 1, 1, 1},
		"of two pictures":    {[]ipynb.Output{picture, picture, live}, 2, 1, 2},
		"two figures":        {[]ipynb.Output{picture, live, live}, 2, 2, 1},
		"behind a text":      {[]ipynb.Output{picture, text, live}, 3, 1, 1},
		"picture and HTML":   {[]ipynb.Output{picture, html}, 1, 0, 1},
		"nothing to be seen": {[]ipynb.Output{html}, 0, 0, 0},
	} {
		kept, alive, err := shown(c.outputs, "en")
		all := ""
		for _, o := range kept {
			all += o.Data.Text("text/html")
		}
		figures, pictures := strings.Count(all, "data-live"), strings.Count(all, "<img")
		if err != nil || len(kept) != c.kept || figures != c.figures || pictures != c.pictures || alive != (figures > 0) {
			t.Errorf("%s: %d outputs, %d live figures, %d pictures (%v), want %+v", name, len(kept), figures, pictures, err, c)
		}
	}
}
