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
