package pages

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
)

// fetched is what a page takes from the network by itself.
var fetched = regexp.MustCompile(`(?:src|import\()\s*=?\s*["']https?:[^"']*|<link[^>]*https?:[^>]*`)

// The pages need no network: pictures are in them, and formulas are MathML.
func TestPages(t *testing.T) {
	e := prepared.Environment(t)
	folder := filepath.Join(t.TempDir(), "pages")
	if err := Write(t.Context(), e, folder, "zh", nil); err != nil {
		t.Fatal(err)
	}
	index, err := os.ReadFile(filepath.Join(folder, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	paths, _ := course.Notebooks(e.Root, "zh")
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".ipynb") + ".html"
		if !strings.Contains(string(index), `href="`+name+`"`) {
			t.Errorf("the index has no link to %s", name)
		}
		page, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Error(err)
			continue
		}
		n, err := ipynb.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, c := range n.Cells {
			for _, o := range c.Outputs {
				if o.Data.Text("image/png") != "" {
					want++
				}
			}
		}
		if pictures := strings.Count(string(page), `src="data:image/`); pictures < want {
			t.Errorf("%s has %d pictures, the notebook %d", name, pictures, want)
		}
		if found := fetched.FindString(string(page)); found != "" || strings.Contains(string(page), "No description") {
			t.Errorf("%s fetches %q, or has a picture without a description", name, found)
		}
	}
}
