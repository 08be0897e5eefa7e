package grade

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
)

const (
	rightShift = `import "convnet.example/lesson/exercise"

%%
exercise.Shift([][]float64{{0, 0, 0}, {1, 0, 0}, {0, 0, 0}})`
	wrongShift = `import "convnet.example/lesson/exercise"

%%
exercise.Shift([][]float64{{0, 0, 0}, {0, 1, 0}, {0, 0, 0}})`
	unwritten = `import "convnet.example/lesson/exercise"

%%
exercise.VerticalEdges(nil)`
	forever = "%%\nfor {\n}"
	floods  = `import "fmt"

%%
for {
	fmt.Println("a gigabyte, line by line, and then another one")
}`
	hoards = `var all [][]byte

%%
for {
	all = append(all, make([]byte, 64<<20))
	for i := range all[len(all)-1] {
		all[len(all)-1][i] = 1
	}
}`
	deletes = `import "os"

%%
os.RemoveAll("../notebook")`
)

// A notebook that runs for ever, prints a gigabyte, takes all memory or deletes its folder
// harms no other learner's.
func TestGrade(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves out the kernel")
	}
	e := prepared.Environment(t)
	class := t.TempDir()
	var files []string
	hand := func(learner string, cells ...string) {
		path := filepath.Join(class, learner, "02-convolution.ipynb")
		n := &ipynb.Notebook{NBFormat: 4, NBFormatMinor: 5}
		n.Metadata.Kernel = ipynb.Kernel
		n.Cells = append(n.Cells, ipynb.Cell{Type: "markdown", ID: "text", Source: "### Exercise 02.2 · The shift\n\n### 练习 02.3 · 边缘"})
		for i, code := range append([]string{course.SetupCell}, cells...) {
			n.Cells = append(n.Cells, ipynb.Cell{Type: "code", ID: "cell" + string(rune('a'+i)), Source: ipynb.Lines(code)})
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := n.Write(path); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	hand("ada", wrongShift, rightShift, unwritten)
	hand("ben", rightShift, forever)
	hand("chen", rightShift, floods)
	hand("dana", deletes, rightShift)
	hand("emil", rightShift, hoards)
	hand("fang", rightShift, wrongShift, "this is no Go")
	broken := filepath.Join(class, "gina", "02-convolution.ipynb")
	os.MkdirAll(filepath.Dir(broken), 0o755)
	os.WriteFile(broken, []byte(`{"cells": [`), 0o644)
	files = append(files, broken)
	before := contents(t, class)

	var out, log bytes.Buffer
	limits := Limits{Time: 40 * time.Second, Memory: 2 << 30, Output: 1 << 20}
	if err := Grade(t.Context(), e, files, limits, &out, &log); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range rows[1:] {
		got[row[0]+" "+row[1]] = strings.Join(row[2:4], " ") + " " + row[5]
	}
	for who, want := range map[string]string{
		"ada 02.2": "yes 2 ", "ada 02.3": "no 0 ",
		"ben 02.2": "yes 1 stopped: it ran for more than", "chen 02.2": "yes 1 stopped: it printed more than",
		"dana 02.2": "yes 1 ", "emil 02.2": "yes 1 stopped: it took more than", "fang 02.2": "no 2 ",
		"gina ": "  ",
	} {
		if !strings.HasPrefix(got[who], want) || strings.HasSuffix(want, " ") && got[who] != want && who != "gina " {
			t.Errorf("%s: %q, want %q", who, got[who], want)
		}
	}
	if len(got["gina "]) < 10 {
		t.Errorf("a file that is no notebook: %q", got["gina "])
	}
	if after := contents(t, class); after != before {
		t.Errorf("the learners' files have changed:\n%s\nbefore:\n%s", after, before)
	}
	t.Logf("\n%s", &out)
}

// contents is all that is in a folder.
func contents(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all.WriteString(path + "\n" + string(data) + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestVerdicts(t *testing.T) {
	got := verdicts([]string{"… 02.1 correlate: waits for your code.\n", "✗ 02.2 the shift: …\n", "✓ 02.2 平移：3 个例子全部正确。\n✗ 02.3 x\n", "✓ 02.3 y\nnot ✓ 02.4 z"})
	if len(got) != 2 || got["02.2"] != (verdict{true, 2}) || got["02.3"] != (verdict{true, 2}) {
		t.Errorf("%v", got)
	}
}
