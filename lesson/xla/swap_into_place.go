package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// swapIn moves what is new from the stage to where it belongs, and what was there to the
// stage. If one move fails, all are undone.
func swapIn(stage, lib string) error {
	names, err := belongings(filepath.Join(stage, "new"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(stage, "old", folderName), 0o755); err != nil {
		return err
	}
	for i, name := range names {
		if err := swapOne(stage, lib, name); err != nil {
			for _, done := range slices.Backward(names[:i]) {
				err = errors.Join(err, swapBack(stage, lib, done))
			}
			return err
		}
	}
	return nil
}

// swapOne puts one new file or folder in place.
func swapOne(stage, lib, name string) error {
	place, old := filepath.Join(lib, name), filepath.Join(stage, "old", name)
	if err := move(place, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := move(filepath.Join(stage, "new", name), place)
	if err == nil {
		return nil
	}
	if back := move(old, place); back != nil && !errors.Is(back, fs.ErrNotExist) {
		err = errors.Join(err, back)
	}
	return err
}

// swapBack undoes swapOne.
func swapBack(stage, lib, name string) error {
	place := filepath.Join(lib, name)
	if err := move(place, filepath.Join(stage, "new", name)); err != nil {
		return err
	}
	if err := move(filepath.Join(stage, "old", name), place); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// belongings returns what the folder root holds and what root/go-xla holds, as paths in
// root: links after what they may lead to.
func belongings(root string) ([]string, error) {
	var files, links []string
	for _, folder := range []string{folderName, ""} {
		entries, err := os.ReadDir(filepath.Join(root, folder))
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			name := filepath.Join(folder, e.Name())
			switch {
			case name == folderName || strings.HasSuffix(name, ".lock"): // the installer's own
			case e.Type() == fs.ModeSymlink:
				links = append(links, name)
			default:
				files = append(files, name)
			}
		}
	}
	return append(files, links...), nil
}

// move renames a file or folder. A link is made anew: it may belong on another disk than
// the stage, if the go-xla folder is itself a link.
func move(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return os.Rename(from, to)
	}
	if err := os.Symlink(target, to); err != nil {
		return err
	}
	return os.Remove(from)
}

// sweep removes the stages of installations that were killed. What one of them had moved
// away, and nothing has replaced since, goes back to its place.
func sweep(lib string) error {
	folder := filepath.Join(lib, folderName) // there may be brackets in its name, so no Glob
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("looking for what an earlier installation left: %w", err)
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), stagePrefix) {
			continue
		}
		stage := filepath.Join(folder, entry.Name())
		old := filepath.Join(stage, "old")
		names, err := belongings(old)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, name := range names {
			place := filepath.Join(lib, name)
			if _, err := os.Lstat(place); err == nil {
				continue
			}
			if err := move(filepath.Join(old, name), place); err != nil {
				return err
			}
		}
		os.RemoveAll(stage) // Windows keeps what a running program uses: it goes another time
	}
	return nil
}
