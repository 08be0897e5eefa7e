package pages

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/prepared"
)

// writeSite writes a site into a new folder, and reads it.
func writeSite(t *testing.T, e *environment.Environment, program string, log io.Writer, names ...string) written {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "site")
	s := &site{e, folder, "zh", program, log}
	if err := s.write(t.Context(), names); err != nil {
		t.Fatal(err)
	}
	return readSite(t, folder)
}

// The course as a site, in all that can be seen without a browser and in one.
func TestSite(t *testing.T) {
	e := prepared.Environment(t)
	w := writeSite(t, e, "", io.Discard)
	lessons := map[string][]*lesson{}
	for _, lang := range course.Languages {
		all, err := readLessons(e.Root, lang, nil)
		if err != nil || len(all) == 0 {
			t.Fatalf("no lessons in %s: %v", lang, err)
		}
		lessons[lang] = all
	}
	t.Run("files", func(t *testing.T) { checkFiles(t, w, lessons) })
	t.Run("links", func(t *testing.T) { checkLinks(t, w) })
	t.Run("index", func(t *testing.T) { checkIndexes(t, w, lessons) })
	t.Run("lessons", func(t *testing.T) { checkLessons(t, w, e.Root, lessons) })
	t.Run("contrast", func(t *testing.T) { checkContrast(t, w) })
	t.Run("browser", func(t *testing.T) { checkInBrowser(t, w) })
}

const mostBytes = 7e6

// checkFiles looks at which files there are, how large they are, and what every page has.
func checkFiles(t *testing.T, w written, lessons map[string][]*lesson) {
	want := []string{"index.html"}
	for lang, all := range lessons {
		want = append(want, lang+"/index.html")
		for _, l := range all {
			want = append(want, lang+"/"+l.name+".html")
		}
	}
	slices.Sort(want)
	if got := w.names(); !slices.Equal(got, want) {
		t.Errorf("pages:\n%v, want\n%v", got, want)
	}
	if total := size(t, w.folder); total > mostBytes {
		t.Errorf("%d bytes, more than %.0f", total, mostBytes)
	}
	for name, page := range w.pages {
		lang, _, found := strings.Cut(name, "/")
		if !found {
			lang = "zh"
		}
		if html := page[0]; html.name != "html" || html.attr["lang"] != lang {
			t.Errorf("%s begins with %+v, want html in %s", name, html.attr, lang)
		}
		for _, what := range []string{"title", "h1", "main", "header"} {
			if n := len(find(page, what)); n != 1 {
				t.Errorf("%s: %d elements %s, want 1", name, n, what)
			}
		}
		for _, nav := range find(page, "nav") {
			if nav.attr["aria-label"] == "" {
				t.Errorf("%s: a nav without a label", name)
			}
		}
		if len(find(page, "script")) > 0 {
			t.Errorf("%s has a script, and no live figure", name)
		}
	}
}

// size is that of all files in the folder.
func size(t *testing.T, folder string) (total int64) {
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := os.Stat(path)
		if err == nil {
			total += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return total
}

// checkIndexes looks for every lesson with its sentence.
func checkIndexes(t *testing.T, w written, lessons map[string][]*lesson) {
	for name, want := range map[string]struct{ lang, prefix, other string }{
		"index.html":    {"zh", "zh/", "en/index.html"},
		"en/index.html": {"en", "", "../zh/index.html"},
		"zh/index.html": {"zh", "", "../en/index.html"},
	} {
		page := w.pages[name]
		items := find(page, "li")
		if len(items) != len(lessons[want.lang]) {
			t.Errorf("%s has %d items, want %d", name, len(items), len(lessons[want.lang]))
			continue
		}
		links := slices.DeleteFunc(find(page, "a"), func(e *element) bool { return e.attr["hreflang"] != "" })
		for i, l := range lessons[want.lang] {
			if got, text := words(items[i].text), plain(l.title)+" "+plain(l.sentence); got != text {
				t.Errorf("%s says %q, want %q", name, got, text)
			}
			if got := links[i].attr["href"]; got != want.prefix+l.name+".html" {
				t.Errorf("%s leads to %s, not to %s", name, got, l.name)
			}
		}
		checkOther(t, name, page, want.other)
	}
}

// checkOther looks for links to the same page in the other language.
func checkOther(t *testing.T, name string, page []*element, want string) {
	t.Helper()
	links := find(page, ".other")
	if len(links) == 0 {
		t.Errorf("%s has no link to the other language", name)
	}
	for _, a := range links {
		lang := other(page[0].attr["lang"])
		if a.attr["href"] != want || a.attr["hreflang"] != lang || a.attr["lang"] != lang {
			t.Errorf("%s: the other language's link is %v, want %s in %s", name, a.attr, want, lang)
		}
	}
}
