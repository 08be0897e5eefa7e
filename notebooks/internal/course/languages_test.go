package course

import (
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/ipynb"
)

// The languages have the same notebooks.
func TestLanguagesHaveTheSameFiles(t *testing.T) {
	var names [2][]string
	for i, lang := range Languages {
		paths, _ := Notebooks("../../..", lang)
		for _, path := range paths {
			names[i] = append(names[i], filepath.Base(path))
		}
	}
	if !slices.Equal(names[0], names[1]) {
		t.Errorf("en has %v\nzh has %v", names[0], names[1])
	}
}

// eachPair calls check with the two languages' versions of every notebook.
func eachPair(t *testing.T, check func(t *testing.T, en, zh *ipynb.Notebook)) {
	paths, _ := Notebooks("../../..", "en")
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			en, err := ipynb.Read(path)
			if err != nil {
				t.Fatal(err)
			}
			zh, err := ipynb.Read(filepath.Join("..", "..", "zh", filepath.Base(path)))
			if err != nil {
				t.Fatal(err)
			}
			check(t, en, zh)
		})
	}
}

// They have the same cells, code and outputs; only the words around them, and those of
// the exercises' checkers, are each language's own.
func TestLanguagesAgree(t *testing.T) {
	eachPair(t, func(t *testing.T, en, zh *ipynb.Notebook) {
		if len(en.Cells) != len(zh.Cells) {
			t.Fatalf("en has %d cells, zh %d", len(en.Cells), len(zh.Cells))
		}
		for i, a := range en.Cells {
			b := zh.Cells[i]
			if a.ID != b.ID || a.Type != b.Type || !slices.Equal(a.Metadata.Tags, b.Metadata.Tags) {
				t.Fatalf("cell %d is %s %s %v in en, and %s %s %v in zh", i, a.Type, a.ID, a.Metadata.Tags, b.Type, b.ID, b.Metadata.Tags)
			}
			if a.Code() && a.Source != b.Source {
				t.Errorf("cell %s: other code in zh: %s", a.ID, difference(string(b.Source), string(a.Source)))
			}
			if !a.Speaks() && !reflect.DeepEqual(a.Outputs, b.Outputs) {
				t.Errorf("cell %s: other outputs in zh", a.ID)
			}
			if a.Speaks() && reflect.DeepEqual(a.Outputs, b.Outputs) {
				t.Errorf("cell %s: the same words in zh", a.ID)
			}
			if x, y := en.Solution(i), zh.Solution(i); x != y {
				t.Errorf("cell %s: another solution in zh: %s", a.ID, difference(y, x))
			}
		}
	})
}

var (
	heading    = regexp.MustCompile(`(?m)^#+ `)
	exerciseNo = regexp.MustCompile(`(?m)^### (?:Exercise|练习) (\d\d\.\d+) · (.+)$`)
)

// headings returns the levels of the headings in order, and the numbers of the exercises.
func headings(n *ipynb.Notebook) (levels []int, exercises []string) {
	for _, c := range n.Cells {
		if c.Code() {
			continue
		}
		text := withCode.ReplaceAllString(string(c.Source), "")
		for _, h := range heading.FindAllString(text, -1) {
			levels = append(levels, strings.Count(h, "#"))
		}
		for _, m := range exerciseNo.FindAllStringSubmatch(text, -1) {
			exercises = append(exercises, m[1])
		}
	}
	return levels, exercises
}

func TestHeadingsAndExercises(t *testing.T) {
	eachPair(t, func(t *testing.T, en, zh *ipynb.Notebook) {
		levels, exercises := headings(en)
		levelsZH, exercisesZH := headings(zh)
		if !slices.Equal(levels, levelsZH) {
			t.Errorf("levels of headings: en %v, zh %v", levels, levelsZH)
		}
		if !slices.Equal(exercises, exercisesZH) || len(exercises) < 4 {
			t.Errorf("exercises: en %v, zh %v; want the same, and at least four", exercises, exercisesZH)
		}
		cells := 0
		for i, c := range en.Cells {
			if c.Has("exercise") {
				cells++
				if en.Solution(i) == "" {
					t.Errorf("cell %s: no solution in the next cell", c.ID)
				}
			}
		}
		if cells != len(exercises) {
			t.Errorf("%d exercises have %d cells tagged exercise", len(exercises), cells)
		}
	})
}

// TestCheckersSayTheHeading compares what the checker says before there is a solution with the heading
// that the reader sees above it.
func TestCheckersSayTheHeading(t *testing.T) {
	eachNotebook(t, func(t *testing.T, _ string, n *ipynb.Notebook) {
		title := "an exercise"
		for _, c := range n.Cells {
			if m := exerciseNo.FindStringSubmatch(string(c.Source)); m != nil {
				title = "… " + m[1] + " " + m[2]
			}
			if c.Has("exercise") && !strings.HasPrefix(strings.ToLower(string(c.Outputs[0].Text)), strings.ToLower(title)) {
				t.Errorf("cell %s says %q, want %q first", c.ID, c.Outputs[0].Text, title)
			}
		}
	})
}
