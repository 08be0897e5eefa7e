package course

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"convnet.example/notebooks/internal/ipynb"
)

// eachNotebook calls check for every notebook of every language, in a subtest each.
func eachNotebook(t *testing.T, check func(t *testing.T, path string, n *ipynb.Notebook)) {
	t.Helper()
	for _, lang := range Languages {
		paths, err := Notebooks("../../..", lang)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no notebooks in %s: %v", lang, err)
		}
		for _, path := range paths {
			t.Run(lang+"/"+filepath.Base(path), func(t *testing.T) {
				n, err := ipynb.Read(path)
				if err != nil {
					t.Fatal(err)
				}
				check(t, path, n)
			})
		}
	}
}

// A notebook as an editor saves it differs from the normalized form.
func TestNormalizingChangesNothing(t *testing.T) {
	eachNotebook(t, func(t *testing.T, path string, n *ipynb.Notebook) {
		want, err := ipynb.Encode(n, " ")
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("it is not in the normalized form: go run ./notebooks -update brings it there. First difference: %s", difference(string(got), string(want)))
		}
	})
}

// difference returns the first line that differs.
func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "got " + short(a[i]) + ", want " + short(b[i])
		}
	}
	return "one goes on where the other ends"
}

func short(s string) string {
	if len(s) > 100 {
		return s[:100] + "…"
	}
	return s
}

func TestForm(t *testing.T) {
	eachNotebook(t, func(t *testing.T, path string, n *ipynb.Notebook) {
		if len(n.Cells) < 3 || n.Cells[0].Code() || !strings.HasPrefix(string(n.Cells[0].Source), "# "+filepath.Base(path)[:2]+" · ") {
			t.Error("the first cell is not a title of the form # NN · Title")
		}
		if len(n.Cells) < 2 || n.Cells[1].Source != SetupCell {
			t.Errorf("the second cell is not the setup cell:\n%s", SetupCell)
		}
		most := int64(300_000)
		for _, c := range n.Cells {
			if strings.Contains(string(c.Source), "live.Weights(") {
				most += 50_000 // they are in the output
			}
		}
		if info, err := os.Stat(path); err != nil || info.Size() > most {
			t.Errorf("it has %d bytes, more than %d", info.Size(), most)
		}
		for _, c := range n.Cells {
			checkCode(t, c)
			checkOutputs(t, c)
			checkMarkdown(t, path, c)
		}
	})
}

func checkCode(t *testing.T, c ipynb.Cell) {
	if !c.Code() {
		return
	}
	all := strings.Split(string(c.Source), "\n")
	if len(all) > 20 {
		t.Errorf("cell %s has %d lines, more than 20", c.ID, len(all))
	}
	for _, line := range all {
		if utf8.RuneCountInString(line) > 78 && string(c.Source) != SetupCell {
			t.Errorf("cell %s has a line over 78 columns: %s", c.ID, line)
		}
	}
	if c.Has("fails") != c.Has("raises-exception") { // JupyterLab's own tag: Run All goes on
		t.Errorf("cell %s: tags %v; fails and raises-exception go together", c.ID, c.Metadata.Tags)
	}
	if atOnce.MatchString(string(c.Source)) && !c.Has("mnist") && !c.Has("training") && !c.Has("time") {
		t.Errorf("cell %s opens the reader's digits, and other digits give another output: tag it mnist", c.ID)
	}
	for _, tag := range c.Metadata.Tags {
		if !strings.Contains(" exercise speaks training mnist time fails raises-exception ", " "+tag+" ") {
			t.Errorf("cell %s has the unknown tag %s", c.ID, tag)
		}
	}
}

// atOnce finds where a cell opens the digits itself, and not in a function for later.
var atOnce = regexp.MustCompile(`(?m)^\S.*digits\.Open\("auto"\)`)

var machine = regexp.MustCompile(`/(?:root|home|Users|tmp|work|usr)/\S*|gonb_[0-9a-f]{8}`)

func checkOutputs(t *testing.T, c ipynb.Cell) {
	if failed := ipynb.Failure(c.Outputs) != nil; failed != c.Has("fails") && c.Code() {
		t.Errorf("cell %s: has an error output: %v, is tagged fails: %v", c.ID, failed, c.Has("fails"))
	}
	for _, o := range c.Outputs {
		if found := machine.FindString(string(o.Text) + o.EValue + strings.Join(o.Traceback, "\n")); found != "" {
			t.Errorf("cell %s: an output names a folder of one machine: %s", c.ID, found)
		}
		for mime, picture := range o.Data {
			if !strings.HasPrefix(mime, "image/") {
				continue
			}
			alt, _ := o.Metadata["alt"].(string)
			if strings.TrimSpace(o.Data.Text("text/plain")) == "" || alt == "" {
				t.Errorf("cell %s: a picture without a description", c.ID)
			}
			text, _ := picture.(string)
			if _, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(text, "\n", "")); err != nil {
				t.Errorf("cell %s: a picture that is none: %v", c.ID, err)
			}
		}
	}
}
