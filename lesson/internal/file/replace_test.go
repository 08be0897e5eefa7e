package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/janpfeifer/must"
)

// contents returns the names and texts of the files in a folder.
func contents(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	for _, e := range must.M1(os.ReadDir(dir)) {
		all.WriteString(e.Name() + ": " + string(must.M1(os.ReadFile(filepath.Join(dir, e.Name())))) + "\n")
	}
	return all.String()
}

func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w")
	for _, text := range []string{"first", "2nd"} {
		err := Replace(path, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := contents(t, dir), "w: "+text+"\n"; got != want {
			t.Errorf("got files %q, want %q", got, want)
		}
	}
}

// Half-way through, and after a failure, the old file is there and whole.
func TestReplaceFileKeepsTheOld(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w")
	must.M(os.WriteFile(path, []byte("old"), 0o666))
	full := errors.New("no space left")
	err := Replace(path, func(w io.Writer) error {
		// More than a buffer holds, so that some of it is in a file by now.
		must.M1(w.Write(make([]byte, 1<<16)))
		if got := string(must.M1(os.ReadFile(path))); got != "old" {
			t.Errorf("while writing, the file holds %q, want %q", got, "old")
		}
		return full
	})
	if !errors.Is(err, full) || !strings.Contains(err.Error(), path) {
		t.Errorf("got error %v, want one with %q and %s", err, full, path)
	}
	if got := contents(t, dir); got != "w: old\n" {
		t.Errorf("got files %q, want only the old one", got)
	}
}

// Others may read the file if the user's umask says so, as with any other program.
func TestReplaceFileMode(t *testing.T) {
	dir := t.TempDir()
	plain := filepath.Join(dir, "plain")
	must.M(os.WriteFile(plain, nil, 0o666))
	path := filepath.Join(dir, "w")
	must.M(Replace(path, func(io.Writer) error { return nil }))
	mode := func(path string) fs.FileMode { return must.M1(os.Stat(path)).Mode() }
	if got, want := mode(path), mode(plain); got != want {
		t.Errorf("got mode %v, want %v", got, want)
	}
}

func TestReplaceFileInNoFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "w")
	err := Replace(path, func(io.Writer) error { return nil })
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got error %v, want %v", err, fs.ErrNotExist)
	}
}
