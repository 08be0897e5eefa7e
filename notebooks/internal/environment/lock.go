package environment

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"convnet.example/lesson/say"

	"github.com/gofrs/flock"
)

// lock keeps other launchers from making the environment until unlock is called or this
// program ends, however it ends.
func (e *Environment) lock(ctx context.Context, log io.Writer) (unlock func(), err error) {
	if err := os.MkdirAll(e.Cache, 0o755); err != nil {
		return nil, say.Errorf("the environment cannot be made: %w; make that folder writable, or set XDG_CACHE_HOME to one that is",
			"环境建不了：%w；请让那个文件夹可写，或把 XDG_CACHE_HOME 设为可写的文件夹", err)
	}
	l := flock.New(e.Folder + ".lock")
	ok, err := l.TryLock()
	if err == nil && !ok {
		fmt.Fprintln(log, say.Text("Another launcher is making the environment: waiting for it.", "另一个启动程序正在建环境：等它建好。"))
		ok, err = l.TryLockContext(ctx, time.Second/2)
	}
	if err == nil && !ok {
		err = errors.New("the lock is taken")
	}
	return func() { l.Unlock() }, err
}

// sweep removes environments that nobody has used for two months.
func (e *Environment) sweep() {
	stamps, _ := fs.Glob(os.DirFS(e.Cache), "*/ready") // the folder may have brackets in its name
	for _, stamp := range stamps {
		stamp = filepath.Join(e.Cache, stamp)
		if info, err := os.Stat(stamp); err == nil && time.Since(info.ModTime()) > 60*24*time.Hour {
			os.RemoveAll(filepath.Dir(stamp))
		}
	}
}
