package course

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/ipynb"
)

var (
	noAlt    = regexp.MustCompile(`!\[\s*\]\(|<img(?:\s+[^>]*)?>`)
	withAlt  = regexp.MustCompile(`<img\s[^>]*alt="[^"]+`)
	links    = regexp.MustCompile(`\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"`)
	withCode = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
)

func checkMarkdown(t *testing.T, path string, c ipynb.Cell) {
	if c.Code() {
		return
	}
	text := withCode.ReplaceAllString(string(c.Source), "")
	for _, picture := range noAlt.FindAllString(text, -1) {
		if !withAlt.MatchString(picture) {
			t.Errorf("cell %s: a picture without a description: %s", c.ID, picture)
		}
	}
	for _, link := range links.FindAllStringSubmatch(text, -1) {
		target, _, _ := strings.Cut(link[1]+link[2], "#")
		if target == "" || strings.Contains(target, ":") {
			continue // in this notebook, or on the web
		}
		if _, err := os.Stat(filepath.Join(filepath.Dir(path), target)); err != nil {
			t.Errorf("cell %s: a link that leads nowhere: %s", c.ID, target)
		}
	}
}

var (
	// A line of a paragraph: no heading, table, list, quotation, formula or tag.
	paragraph = regexp.MustCompile(`^[^\s#|<>$!-]`)
	listItem  = regexp.MustCompile(`^\d+\. `)
	// Bold text that ends in a mark and runs on in a letter: Markdown does not close it there.
	runsOn = regexp.MustCompile(`[。？！：；，”）]\*\*\p{Han}$`)
	bold   = regexp.MustCompile(`\*\*[^*]+\*\*.?`)
)

// In Chinese a paragraph is one line: a line's end would be shown as a space behind the full
// stop, where Chinese has none.
func checkChinese(t *testing.T, where, text string) {
	before := ""
	for _, line := range strings.Split(withCode.ReplaceAllString(text, "`"), "\n") {
		if paragraph.MatchString(before) && paragraph.MatchString(line) && !listItem.MatchString(line) {
			t.Errorf("%s: two lines of one paragraph, put them in one: %s", where, line)
		}
		for _, text := range bold.FindAllString(line, -1) {
			if runsOn.MatchString(text) {
				t.Errorf("%s: bold text that is not closed, put the mark behind it: %s", where, text)
			}
		}
		before = line
	}
}

func TestChineseParagraphs(t *testing.T) {
	eachPair(t, func(t *testing.T, _, zh *ipynb.Notebook) {
		for _, c := range zh.Cells {
			if !c.Code() {
				checkChinese(t, "cell "+c.ID, string(c.Source))
			}
		}
	})
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, chinese, found := strings.Cut(string(readme), "\n# 中文\n"); found {
		checkChinese(t, "README", chinese)
	} else {
		t.Error("README has no Chinese half")
	}
}
