package download

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"time"

	"convnet.example/lesson/digits/mnist"
	"github.com/gofrs/flock"
)

// A Downloader keeps a data set in a folder and fetches what is missing there.
type Downloader struct {
	client   *http.Client
	Mirrors  []string // URLs of folders, in the order in which they are tried
	Files    mnist.FileSet
	Dir      string        // where the files are kept; "": there is no such place
	patience time.Duration // for the next byte from any mirror
	answer   time.Duration // for the first byte from one mirror
	stall    time.Duration // for every later byte
	progress io.Writer     // shows a bar
	warnings io.Writer     // tells of damaged files
}

// Download fetches what is missing or damaged. One process does that at a time, so that
// each finds the parts that another left, and none writes into those of another.
func (d *Downloader) Download() error {
	if d.Dir == "" {
		return errors.New("there is no folder to keep it in: set HOME, or XDG_CACHE_HOME to an absolute path")
	}
	if err := os.MkdirAll(d.Dir, 0o777); err != nil {
		return err
	}
	run := &download{Downloader: d, mirrors: slices.Clone(d.Mirrors)}
	start, had := time.Now(), run.size()
	err := run.all()
	d.remember(err, time.Since(start), run.size()-had)
	return err
}

// A download is one run of a downloader.
type download struct {
	*Downloader
	mirrors []string    // the one that was good last is first
	hope    *time.Timer // ends the run unless something comes in time
}

// all fetches every file, for as long as there is hope.
func (d *download) all() error {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	d.hope = time.AfterFunc(d.patience, func() {
		cancel(fmt.Errorf("nothing came for %v", d.patience))
	})
	defer d.hope.Stop()
	unlock, err := d.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	for _, f := range d.Files {
		if err := d.fetch(ctx, f); err != nil {
			return err
		}
	}
	return nil
}

// lock waits until no other process downloads into the folder. The lock of a process
// that dies is gone with it. Waiting is without hope unless the other makes progress.
func (d *download) lock(ctx context.Context) (unlock func() error, err error) {
	lock := flock.New(d.Dir + ".lock")
	for seen := d.size(); ; {
		if ok, err := lock.TryLock(); err != nil {
			return nil, fmt.Errorf("%s cannot be locked: %w", lock.Path(), err)
		} else if ok {
			return lock.Unlock, nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("another program downloads into %s, and %w", d.Dir, context.Cause(ctx))
		case <-time.After(d.stall / 100): // often enough to see it working
		}
		if now := d.size(); now != seen {
			seen = now
			d.hope.Reset(d.patience)
		}
	}
}

// size returns how many bytes are in the folder.
func (d *download) size() (sum int64) {
	entries, _ := os.ReadDir(d.Dir)
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			sum += info.Size()
		}
	}
	return sum
}
