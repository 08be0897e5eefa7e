package pages

import (
	"strings"
	"testing"
	"unicode/utf8"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

func TestIntroduction(t *testing.T) {
	for text, want := range map[string]string{
		"# 01 · A\n\nAt the end you can x: 0.1 and 0.2.\nAllow 5 minutes.":                  "At the end you can x: 0.1 and 0.2.",
		"# 01 · A\n\nTwo notes.\n\n> Why? Who knows.\n\nAfter this notebook you\nknow. Yes": "After this notebook you know.",
		"# 01 · A\n\n`f()` is one line.\nHere you do it.":                                   "`f()` is one line.",
		"# 01 · A\n\nIs it *so?*\nYes.":                                                     "Is it *so?*",
		"# 01 · 一\n\n问题是：**为什么**？学完本节，你会 x。约 5 分钟。":                                         "学完本节，你会 x。",
		"# 01 · 一\n\n先运行下面折叠起来的单元格：点一下。\n\n第一句。第二句。":                                        "第一句。",
		"# 01 · A": "",
	} {
		n := &ipynb.Notebook{Cells: []ipynb.Cell{{Type: "markdown", Source: ipynb.Lines(text)}}}
		if title, got := introduction(n); got != want || !strings.HasPrefix(title, "01 · ") {
			t.Errorf("%q: title %q, sentence %q, want %q", text, title, got, want)
		}
	}
}

// Every lesson has a sentence for the index: one, of a length to read there.
func TestSentences(t *testing.T) {
	lessons := 0
	for _, lang := range course.Languages {
		all, err := readLessons("../../..", lang, nil)
		if err != nil {
			t.Fatal(err)
		}
		lessons += len(all)
		for _, l := range all {
			s := l.sentence
			length := utf8.RuneCountInString(s)
			if !strings.HasSuffix(s, course.Say(lang, ".", "。")) || len(sentences(s)) != 1 || length < 15 || length > 260 {
				t.Errorf("%s/%s: %q is not one sentence of 15 to 260 letters", lang, l.name, s)
			}
			if asksToRun(s) || strings.Count(s, "`")%2+strings.Count(s, "*")%2 > 0 || strings.ContainsAny(s, "#>|\n") {
				t.Errorf("%s/%s: %q is no sentence for an index", lang, l.name, s)
			}
			t.Logf("%s/%s: %s", lang, l.title, s)
		}
	}
	if lessons < 24 {
		t.Errorf("%d lessons", lessons)
	}
}
