package pages

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/ipynb"
)

// checkLessons compares every lesson's page with its notebook.
func checkLessons(t *testing.T, w written, root string, lessons map[string][]*lesson) {
	for lang, all := range lessons {
		for i, l := range all {
			name := lang + "/" + l.name + ".html"
			t.Run(name, func(t *testing.T) {
				n, err := ipynb.Read(filepath.Join(root, "notebooks", lang, l.name+".ipynb"))
				if err != nil {
					t.Fatal(err)
				}
				page := w.pages[name]
				checkContent(t, page, n)
				checkPlumbing(t, page, n)
				checkNeighbours(t, page, all, i)
				checkOther(t, name, page, "../"+other(lang)+"/"+l.name+".html")
				if got, want := find(page, "title")[0].text, plain(l.title)+" – "+siteTitle(lang); got != want {
					t.Errorf("the title is %q, want %q", got, want)
				}
			})
		}
	}
}

var (
	block = regexp.MustCompile("(?s)```.*?```")
	sharp = regexp.MustCompile(`(?m)^(#+) `)
	level = regexp.MustCompile(`^h[1-6]$`)
)

// checkContent compares headings, cells, solutions and pictures.
func checkContent(t *testing.T, page []*element, n *ipynb.Notebook) {
	var headings, got, alts, gotAlts []string
	code, solutions := 0, 0
	for _, c := range n.Cells {
		if c.Code() {
			code++
		}
		solutions += strings.Count(string(c.Source), "<details>")
		if !c.Code() {
			for _, m := range sharp.FindAllStringSubmatch(block.ReplaceAllString(string(c.Source), ""), -1) {
				headings = append(headings, "h"+string('0'+rune(len(m[1]))))
			}
		}
		for _, o := range c.Outputs {
			if alt, _ := o.Metadata["alt"].(string); o.Data.Text("image/png") != "" {
				alts = append(alts, alt)
			}
		}
	}
	for _, e := range page {
		if level.MatchString(e.name) {
			got = append(got, e.name)
		}
	}
	for _, img := range find(page, "img") {
		gotAlts = append(gotAlts, img.attr["alt"])
		if img.attr["width"] == "" || !strings.HasPrefix(img.attr["src"], "data:image/png;base64,") {
			t.Errorf("the picture %q has no size, or is not in the page", img.attr["alt"])
		}
	}
	if !slices.Equal(got, headings) {
		t.Errorf("headings: %v, in the notebook %v", got, headings)
	}
	if !slices.Equal(gotAlts, alts) {
		t.Errorf("pictures: %q, in the notebook %q", gotAlts, alts)
	}
	if cells := len(find(page, ".cell")); cells != code-1 {
		t.Errorf("%d cells of code, in the notebook %d and the setup cell", cells, code-1)
	}
	if n := len(find(page, "details")); n != solutions {
		t.Errorf("%d solutions, in the notebook %d", n, solutions)
	}
}

// checkPlumbing holds that the notebook asks once to run its setup cell, and the page never.
func checkPlumbing(t *testing.T, page []*element, n *ipynb.Notebook) {
	asks := 0
	for paragraph := range strings.SplitSeq(string(n.Cells[0].Source), "\n\n") {
		if asksToRun(paragraph) {
			asks++
		}
	}
	if asks != 1 || n.Cells[1].ID != "setup" {
		t.Errorf("%d paragraphs of the first cell ask to run the setup cell, want 1: see asksToRun", asks)
	}
	text := find(page, "main")[0].text
	for _, setup := range []string{"go.work", "%goworkfix", "%noautoget", "First run the folded", "先运行下面折叠"} {
		if strings.Contains(text, setup) {
			t.Errorf("the page has %q", setup)
		}
	}
	if !strings.Contains(text, "go run ./notebooks") {
		t.Error("the page does not say how to run the notebook")
	}
}

// checkNeighbours looks for the links to the lessons before and after list[i], and to the index.
func checkNeighbours(t *testing.T, page []*element, list []*lesson, i int) {
	for rel, at := range map[string]int{"prev": i - 1, "next": i + 1} {
		links := slices.DeleteFunc(find(page, "a"), func(a *element) bool { return a.attr["rel"] != rel })
		if at < 0 || at == len(list) {
			if len(links) > 0 {
				t.Errorf("there is no %s, and a link to it", rel)
			}
			continue
		}
		for _, a := range links {
			if a.attr["href"] != list[at].name+".html" || !strings.Contains(a.text+a.attr["aria-label"], plain(list[at].title)) {
				t.Errorf("%s is %v %q", rel, a.attr, a.text)
			}
		}
		if len(links) != 2 {
			t.Errorf("%d links to %s, want one above and one below", len(links), rel)
		}
	}
	contents := slices.DeleteFunc(find(page, "a"), func(a *element) bool { return a.attr["href"] != "index.html" })
	if len(contents) != 2 {
		t.Errorf("%d links to the index, want one above and one below", len(contents))
	}
}
