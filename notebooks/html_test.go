package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// fetched is what a page takes from the network by itself.
var fetched = regexp.MustCompile(`(?:src|import\()\s*=?\s*["']https?:[^"']*|<link[^>]*https?:[^>]*`)

// The pages need no network: pictures are in them, and formulas are MathML.
func TestPages(t *testing.T) {
	e := testEnvironment(t)
	o := &options{lang: "zh", html: filepath.Join(t.TempDir(), "pages")}
	if err := o.writeHTML(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	index, err := os.ReadFile(filepath.Join(o.html, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	paths, _ := notebooks(e.root, "zh")
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".ipynb") + ".html"
		if !strings.Contains(string(index), `href="`+name+`"`) {
			t.Errorf("the index has no link to %s", name)
		}
		page, err := os.ReadFile(filepath.Join(o.html, name))
		if err != nil {
			t.Error(err)
			continue
		}
		n, err := readNotebook(path)
		if err != nil {
			t.Fatal(err)
		}
		if pictures := strings.Count(string(page), `src="data:image/`); pictures < n.count().Pictures {
			t.Errorf("%s has %d pictures, the notebook %d", name, pictures, n.count().Pictures)
		}
		if found := fetched.FindString(string(page)); found != "" || strings.Contains(string(page), "No description") {
			t.Errorf("%s fetches %q, or has a picture without a description", name, found)
		}
	}
}
