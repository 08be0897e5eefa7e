package liveprogram

import (
	"os"
	"path/filepath"
	"testing"
)

// The second time nothing is made anew, and a program that does not compile leaves what there
// is.
func TestBuild(t *testing.T) {
	folder := t.TempDir()
	build := func() os.FileInfo {
		t.Helper()
		if err := Build(t.Context(), "../../..", folder, os.Environ()); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(filepath.Join(folder, File))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	first := build()
	t.Logf("%d bytes", first.Size())
	if second := build(); second.ModTime() != first.ModTime() {
		t.Error("it was made twice")
	}
	if err := Build(t.Context(), "../../..", folder, append(os.Environ(), "GOFLAGS=-mod=nonsense")); err == nil {
		t.Error("with flags that Go refuses there is no error")
	}
	if after, err := os.Stat(filepath.Join(folder, File)); err != nil || after.Size() != first.Size() {
		t.Error("a failed build took the file away")
	}
}
