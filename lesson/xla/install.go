package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"convnet.example/lesson/say"
	"github.com/gofrs/flock"
	"github.com/gomlx/go-xla/installer"
)

const (
	folderName  = "go-xla"       // the folder in which GoMLX looks for plugins
	stagePrefix = ".installing-" // begins the name of a folder in it, in which we work
)

// install downloads a plugin and puts it in the go-xla folder in lib. The installer of
// go-xla deletes what is there before it knows that it can replace it, so it gets a folder
// of its own, the stage:
//
//	go-xla/.installing-…/new/go-xla    where the installer puts files
//	go-xla/.installing-…/new           where it puts links that belong beside go-xla
//	go-xla/.installing-…/old           what they replaced, until all are in place
func install(ctx context.Context, lib string, p plugin) error {
	unlock, err := lock()
	if err != nil {
		return err
	}
	defer unlock()
	folder := filepath.Join(lib, folderName)
	removeEmpty, err := makeFolders(folder)
	if err != nil {
		return err
	}
	defer removeEmpty()
	if err := sweep(lib); err != nil {
		return err
	}
	stage, err := os.MkdirTemp(folder, stagePrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(stage)
	if err := download(ctx, stage, p); err != nil {
		return forgetBroken(err)
	}
	return swapIn(stage, lib)
}

// download fills the stage.
func download(ctx context.Context, stage string, p plugin) error {
	staged := filepath.Join(stage, "new", folderName)
	if err := quietly(func() error { return p.install(staged) }); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	// Not Lstat: a link must lead somewhere.
	if info, err := os.Stat(filepath.Join(staged, p.file)); err != nil || info.Size() == 0 {
		return say.Errorf("the download does not hold %s",
			"下载的东西里没有 %s", p.file)
	}
	return relativeLinks(filepath.Join(stage, "new"))
}

// quietly runs f with nowhere to print: the installer draws on standard output even when
// it is told to be Quiet, terminal or not.
func quietly(f func() error) error {
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer null.Close()
	defer func(out *os.File) { os.Stdout = out }(os.Stdout)
	os.Stdout = null
	return f()
}

// relativeLinks makes links between files under root relative, so that they still hold
// when the files move. The installer links ptxas by its full path.
func relativeLinks(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Type() != fs.ModeSymlink {
			return err
		}
		target, err := os.Readlink(path)
		if err != nil || !strings.HasPrefix(target, root+string(filepath.Separator)) {
			return err
		}
		if target, err = filepath.Rel(filepath.Dir(path), target); err != nil {
			return err
		}
		if err := os.Remove(path); err != nil {
			return err
		}
		return os.Symlink(target, path)
	})
}

// lock keeps a second installation from starting until unlock is called or the program
// ends, however it ends.
func lock() (unlock func(), err error) {
	path, _, err := installer.GetCachePath("lesson-xla.lock")
	if err != nil {
		return nil, err
	}
	l := flock.New(path)
	ok, err := l.TryLock()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, say.Errorf("another installation is running (it holds %s): wait for it",
			"另一次安装正在进行（它占着 %s）：等它结束", path)
	}
	return func() { l.Unlock() }, nil
}

// makeFolders makes a folder and those above it. removeEmpty removes those of them that
// were made and are empty.
func makeFolders(path string) (removeEmpty func(), err error) {
	var made []string
	for p := path; ; p = filepath.Dir(p) {
		if _, err := os.Lstat(p); err == nil {
			break
		}
		made = append(made, p)
	}
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, err
	}
	return func() {
		for _, p := range made {
			os.Remove(p) // refuses a folder with something in it
		}
	}, nil
}
