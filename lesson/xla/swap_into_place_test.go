package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// The second move cannot be done, so the first is undone.
func TestSwapInUndoes(t *testing.T) {
	lib := t.TempDir()
	stage := filepath.Join(lib, folderName, stagePrefix+"1")
	put(t, filepath.Join(lib, folderName, "a"), "old a")
	put(t, filepath.Join(lib, folderName, "b"), "old b")
	before := tree(t, lib)
	put(t, filepath.Join(stage, "new", folderName, "a"), "new a")
	put(t, filepath.Join(stage, "new", folderName, "b"), "new b")
	put(t, filepath.Join(stage, "old", folderName, "b", "in the way"), "")
	if err := swapIn(stage, lib); err == nil {
		t.Error("got no error")
	}
	if got := get(t, filepath.Join(stage, "new", folderName, "a")); got != "new a" {
		t.Errorf("got %q back in the stage, want %q", got, "new a")
	}
	if err := sweep(lib); err != nil {
		t.Fatal(err)
	}
	if after := tree(t, lib); after != before {
		t.Errorf("got files\n%swant\n%s", after, before)
	}
}

// There is nothing new to put in place: the old file goes back at once.
func TestSwapOneUndoes(t *testing.T) {
	lib, stage := t.TempDir(), t.TempDir()
	put(t, filepath.Join(lib, "a"), "old a")
	put(t, filepath.Join(stage, "old", "other"), "")
	if err := swapOne(stage, lib, "a"); err == nil {
		t.Error("got no error")
	}
	if got := get(t, filepath.Join(lib, "a")); got != "old a" {
		t.Errorf("got %q, want %q", got, "old a")
	}
}

// An installation was killed between the two moves for b, after those for a. The link
// beside go-xla had gone too.
func TestSweepRestores(t *testing.T) {
	lib := t.TempDir()
	stage := filepath.Join(lib, folderName, stagePrefix+"1")
	put(t, filepath.Join(lib, folderName, "a"), "new a")
	put(t, filepath.Join(stage, "old", folderName, "a"), "old a")
	put(t, filepath.Join(stage, "old", folderName, "b", "file"), "old b")
	put(t, filepath.Join(stage, "old", "libcublas.so.13"), "old c")
	put(t, filepath.Join(stage, "new", folderName, "b", "file"), "new b")
	put(t, filepath.Join(lib, folderName, stagePrefix+"2", "new", folderName, "part"), "of a download")
	if err := sweep(lib); err != nil {
		t.Fatal(err)
	}
	want := `.
go-xla
go-xla/a: new a
go-xla/b
go-xla/b/file: old b
libcublas.so.13: old c
`
	if got := tree(t, lib); got != want {
		t.Errorf("got files\n%swant\n%s", got, want)
	}
}

// No link is ever in place before what it leads to.
func TestBelongingsPutsLinksLast(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, folderName, "v"), "")
	put(t, filepath.Join(root, folderName, "v.lock"), "")
	put(t, filepath.Join(root, "beside"), "")
	link(t, "v", filepath.Join(root, folderName, "a"))
	got, err := belongings(root)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"go-xla/v", "beside", "go-xla/a"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// The stage and the folder beside go-xla are on two disks if go-xla is a link.
func TestMoveLinkToAnotherDisk(t *testing.T) {
	other, err := os.MkdirTemp("/dev/shm", "")
	if err != nil {
		t.Skip("needs a second file system at /dev/shm: ", err)
	}
	defer os.RemoveAll(other)
	from, to := filepath.Join(other, "link"), filepath.Join(t.TempDir(), "link")
	link(t, "target", from)
	if err := move(from, to); err != nil {
		t.Fatal(err)
	}
	if got, err := os.Readlink(to); got != "target" || err != nil {
		t.Errorf("got a link to %q, %v, want target", got, err)
	}
	if _, err := os.Lstat(from); err == nil {
		t.Error("the link is still where it was")
	}
}
