package pages

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// checkLinks follows every link of every page. Only what the reader clicks on may lead to
// the web.
func checkLinks(t *testing.T, w written) {
	t.Helper()
	pages := 0
	for _, name := range w.names() {
		for _, e := range w.pages[name] {
			for _, attribute := range []string{"href", "src"} {
				target, ok := e.attr[attribute]
				if !ok {
					continue
				}
				if !leads(w, name, e, target) {
					t.Errorf("%s: <%s %s=%.80q> leads nowhere in the site", name, e.name, attribute, target)
				}
				if strings.HasSuffix(target, ".html") {
					pages++
				}
			}
		}
	}
	if pages == 0 {
		t.Error("no page leads to another")
	}
}

// leads tells whether a link of an element leads somewhere.
func leads(w written, from string, e *element, target string) bool {
	u, err := url.Parse(target)
	if err != nil {
		return false
	}
	switch {
	case u.Scheme == "data":
		return e.name == "img" && strings.HasPrefix(target, "data:image/png;base64,")
	case u.Scheme == "http" || u.Scheme == "https":
		return e.name == "a" && u.Host != ""
	case u.Scheme != "" || u.Host != "":
		return false
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if _, err := os.Stat(filepath.Join(w.folder, filepath.FromSlash(to))); err != nil {
		return false
	}
	return u.Fragment == "" || slices.ContainsFunc(w.pages[to], func(e *element) bool { return e.attr["id"] == u.Fragment })
}
