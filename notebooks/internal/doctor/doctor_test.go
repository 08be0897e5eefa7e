package doctor

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/prepared"
)

// What stops a cell is found by the doctor, and it says what to do.
func TestDoctorTriesACell(t *testing.T) {
	e := prepared.Environment(t)
	plain := copied(t, e.Root)
	broken := copied(t, e.Root)
	write(t, filepath.Join(broken, "lesson", "oops.go"), "package lesson\n\nfunc {\n")
	worked := copied(t, e.Root)
	write(t, filepath.Join(filepath.Dir(worked), "go.work"), "go 1.26\n\nuse ./nothing\n")
	other := t.TempDir() // digits, but not MNIST
	for name, dims := range map[string][]byte{"train-images-idx3": {3, 2}, "train-labels-idx1": {1, 2}, "t10k-images-idx3": {3, 1}, "t10k-labels-idx1": {1, 1}} {
		data := []byte{0, 0, 8, dims[0], 0, 0, 0, dims[1]}
		size := int(dims[1])
		if dims[0] == 3 {
			data, size = append(data, 0, 0, 0, 28, 0, 0, 0, 28), 784*size
		}
		write(t, filepath.Join(other, name+"-ubyte"), string(append(data, make([]byte, size)...)))
	}
	for name, test := range map[string]struct {
		root, mnist string
		ok          bool
		says        []string
	}{
		"a course as it is":      {plain, "", true, []string{"backend      ok"}},
		"a syntax error":         {broken, "", false, []string{"backend      missing", "a cell does not run", "oops.go:3", "correct it"}},
		"a go.work above":        {worked, "", true, []string{"backend      ok"}},
		"other digits":           {plain, other, true, []string{"data         ok", "not MNIST, but usable"}},
		"a folder without files": {plain, t.TempDir(), false, []string{"data         missing", "MNIST_DIR", "has no file"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("MNIST_DIR", test.mnist)
			var out strings.Builder
			err := Examine(t.Context(), test.root, &out)
			if (err == nil) != test.ok {
				t.Errorf("got error %v\n%s", err, &out)
			}
			for _, want := range test.says {
				if !strings.Contains(out.String(), want) {
					t.Errorf("no %q in\n%s", want, &out)
				}
			}
		})
	}
}

func TestExplain(t *testing.T) {
	for said, want := range map[string]string{
		"fork/exec /tmp/doctor1/cell: permission denied":   "set TMPDIR",
		"write /tmp/doctor1/cell: no space left on device": "make room",
		`cgo: C compiler "gcc" not found`:                  "CGO_ENABLED=0",
		"main.go:3: undefined: x":                          "correct it",
	} {
		if got := explain(errors.New(said)).Error(); !strings.Contains(got, said) || !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// copied returns a copy of the course, in a folder with a name that no shell likes.
func copied(t *testing.T, root string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "course")
	for _, part := range []string{"lesson", "notebooks"} {
		if err := os.CopyFS(filepath.Join(folder, part), os.DirFS(filepath.Join(root, part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(folder, file), string(text))
	}
	return folder
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The doctor finds what is missing, says what to do, and makes nothing.
func TestDoctor(t *testing.T) {
	e := prepared.Environment(t)
	cache := filepath.Join(t.TempDir(), "cache")
	gocache, err := gotool.Env(t.Context(), e.Root, "GOCACHE")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOCACHE", gocache)
	for _, test := range []struct {
		cache   string
		missing string
	}{{os.Getenv("XDG_CACHE_HOME"), ""}, {cache, "2 missing"}} {
		t.Setenv("XDG_CACHE_HOME", test.cache)
		var out strings.Builder
		err := Examine(t.Context(), e.Root, &out)
		if test.missing == "" && err != nil || test.missing != "" && (err == nil || err.Error() != test.missing) {
			t.Errorf("got error %v, want %q\n%s", err, test.missing, &out)
		}
		for _, line := range []string{"Go  ", "C compiler  ", "Python  ", "environment  ", "kernel  ", "backend  ", "data  "} {
			if !strings.Contains("\n"+out.String(), "\n"+line) {
				t.Errorf("no line %q in\n%s", line, &out)
			}
		}
		if test.missing != "" && !strings.Contains(out.String(), "-prepare") {
			t.Errorf("it does not say what to do:\n%s", &out)
		}
	}
	if _, err := os.Stat(cache); err == nil {
		t.Errorf("it made %s", cache)
	}
}
