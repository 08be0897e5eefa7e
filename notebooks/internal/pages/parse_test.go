package pages

import (
	"encoding/xml"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// An element is one of a page: its name, its attributes, and the text in it.
type element struct {
	name string
	attr map[string]string
	text string
}

// A written site is what Write left in a folder.
type written struct {
	folder string
	pages  map[string][]*element // by file name: en/03-window.html
}

// readSite reads all pages in the folder.
func readSite(t *testing.T, folder string) written {
	t.Helper()
	w := written{folder, map[string][]*element{}}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".html" {
			name, _ := filepath.Rel(folder, path)
			w.pages[filepath.ToSlash(name)] = parse(t, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// names are those of the pages, in order.
func (w written) names() []string { return slices.Sorted(maps.Keys(w.pages)) }

// parse returns a page's elements, in order.
func parse(t *testing.T, path string) (all []*element) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d := xml.NewDecoder(file)
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var open []*element
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		} else if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attr: map[string]string{}}
			for _, a := range x.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(x)
			}
		}
	}
}

// find returns the elements of this name, or of this class if it begins with a dot.
func find(page []*element, what string) (found []*element) {
	class, isClass := strings.CutPrefix(what, ".")
	for _, e := range page {
		if !isClass && e.name == what || isClass && slices.Contains(strings.Fields(e.attr["class"]), class) {
			found = append(found, e)
		}
	}
	return found
}

// words is a text with every space and line's end as one space.
func words(text string) string { return strings.Join(strings.Fields(text), " ") }
