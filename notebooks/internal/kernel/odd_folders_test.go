package kernel

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
)

// Folders may have any name: the clone's, the data's, the temporary one. So may variables of
// the reader's suit a module of theirs, and not a cell.
func TestFoldersWithOddNames(t *testing.T) {
	e := *prepared.Environment(t)
	odd := filepath.Join(t.TempDir(), `a b [c] 'd' "e" $f (g) 中文;&`)
	root := filepath.Join(odd, "clone")
	for _, part := range []string{"lesson", "notebooks"} {
		if err := os.CopyFS(filepath.Join(root, part), os.DirFS(filepath.Join(e.Root, part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(e.Root, file))
		if err == nil {
			err = os.WriteFile(filepath.Join(root, file), text, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	e.Root = root
	tmp := filepath.Join(odd, "tmp")
	if err := os.Mkdir(tmp, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", tmp)
	t.Setenv("GOFLAGS", "-mod=mod")
	for _, lang := range course.Languages {
		paths, err := course.Notebooks(root, lang)
		if err != nil || len(paths) < 12 {
			t.Fatal(paths, err)
		}
		s, err := Start(t.Context(), &e, filepath.Dir(paths[0]))
		if err != nil {
			t.Fatal(err)
		}
		defer s.close()
		for cell, want := range map[string]string{
			course.SetupCell: "",
			`!go -C "${COURSE_ROOT:-../..}" doc ./lesson/conv Pool`:                                          "func Pool",
			"import \"convnet.example/lesson/conv\"\nimport \"fmt\"\n\n%%\nfmt.Println(conv.Pool(2).Kernel)": "2\n",
		} {
			if cell != course.SetupCell {
				if _, _, err := s.run(course.SetupCell); err != nil { // maps have no order
					t.Fatal(err)
				}
			}
			outputs, _, err := s.run(cell)
			if said := text(outputs, "stdout"); err != nil || ipynb.Failure(outputs) != nil || !strings.Contains(said, want) {
				t.Errorf("%s: %q prints %q, want %q; %v %s", lang, cell, said, want, err, failureText(outputs))
			}
		}
	}
}

// No cell of any notebook leaves it to the shell to take a folder's name apart.
func TestCellsQuoteFolders(t *testing.T) {
	for path, c := range prepared.CodeCells(t, "../../..") {
		if strings.Contains(strings.ReplaceAll(string(c.Source), `"${COURSE_ROOT`, ""), "${COURSE_ROOT") {
			t.Errorf("%s, cell %s: ${COURSE_ROOT…} without quotes", path, c.ID)
		}
	}
}
