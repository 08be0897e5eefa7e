package pages

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

// A lesson is a notebook as the site shows it.
type lesson struct {
	name     string // of the file, without extension
	title    string // Markdown, as the sentence
	sentence string // what one learns
	live     bool   // it has a live figure
	notebook *ipynb.Notebook
}

// number is the lesson's, in the course: 03.
func (l *lesson) number() string {
	number, _, _ := strings.Cut(l.name, "-")
	return number
}

// readLessons reads a language's notebooks, in order.
func readLessons(root, lang string, names []string) ([]*lesson, error) {
	paths, err := course.Notebooks(root, lang, names...)
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	var all []*lesson
	for _, path := range slices.Compact(paths) {
		n, err := ipynb.Read(path)
		if err != nil {
			return nil, err
		}
		l := &lesson{name: strings.TrimSuffix(filepath.Base(path), ".ipynb"), notebook: n}
		l.title, l.sentence = introduction(n)
		if l.live, err = forReading(n, lang); err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

// introduction returns the title of the notebook, and a sentence on what is in it: the one
// that says what the reader can do afterwards, or else the first.
func introduction(n *ipynb.Notebook) (title, sentence string) {
	if len(n.Cells) == 0 {
		return "", ""
	}
	heading, text, _ := strings.Cut(string(n.Cells[0].Source), "\n")
	all := sentences(strings.Join(withoutSetup(text), "\n\n"))
	i := max(0, slices.IndexFunc(all, saysGoal))
	if len(all) > 0 {
		sentence = all[i]
	}
	return strings.TrimSpace(strings.TrimLeft(heading, "#")), sentence
}

// Chinese marks end a sentence, and the others before a space: not that in 0.1307.
var sentenceEnd = regexp.MustCompile(`[。？！][”）*]*|[.?!][*")]*(?:\s+|$)`)

// sentences returns the sentences of paragraphs, each on one line.
func sentences(text string) (all []string) {
	start := 0
	for _, end := range sentenceEnd.FindAllStringIndex(text, -1) {
		all = append(all, strings.Join(strings.Fields(text[start:end[1]]), " "))
		start = end[1]
	}
	return all
}

// saysGoal tells whether a sentence begins as those do that say what one learns.
func saysGoal(sentence string) bool {
	for _, opening := range []string{"At the end", "After this notebook", "You will", "学完本节", "在这一节里", "这一节"} {
		if strings.HasPrefix(sentence, opening) {
			return true
		}
	}
	return false
}

// withoutSetup returns the paragraphs of a notebook's first cell without that which asks to run
// the second cell: a page does not have it.
func withoutSetup(text string) (kept []string) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if !asksToRun(paragraph) && strings.TrimSpace(paragraph) != "" {
			kept = append(kept, paragraph)
		}
	}
	return kept
}

func asksToRun(paragraph string) bool {
	paragraph = strings.TrimSpace(paragraph)
	return strings.HasPrefix(paragraph, "First run the folded cell") || strings.HasPrefix(paragraph, "先运行下面折叠起来的单元格")
}
