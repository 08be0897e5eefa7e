package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"time"

	"golang.org/x/term"
)

// progress says how far the downloads are: on a terminal as they go, else when a file is there.
type progress struct {
	w        io.Writer
	terminal bool
}

func newProgress() *progress {
	return &progress{w: os.Stderr, terminal: term.IsTerminal(int(os.Stderr.Fd()))}
}

// file returns a function to call with each piece of a file of this size (-1: unknown).
// Only archives count: the rest is questions and answers.
func (p *progress) file(name string, size int64) func(n int, err error) {
	if !slices.Contains([]string{".gz", ".zip", ".whl"}, path.Ext(name)) {
		return func(int, error) {}
	}
	var done int64
	var shown time.Time
	return func(n int, err error) {
		done += int64(n)
		ended := errors.Is(err, io.EOF)
		if p.terminal && (ended || time.Since(shown) > 100*time.Millisecond) {
			shown = time.Now()
			fmt.Fprintf(p.w, "\r       %s  %s\x1b[K", megabytes(done, size), name)
		} else if ended {
			fmt.Fprintf(p.w, "       %s  %s", megabytes(done, size), name)
		}
		if ended || (err != nil && p.terminal) {
			fmt.Fprintln(p.w)
		}
	}
}

// megabytes returns how much of a size is done, in words.
func megabytes(done, size int64) string {
	const mega = 1e6
	if size < 0 {
		return fmt.Sprintf("%.0f MB", float64(done)/mega)
	}
	return fmt.Sprintf("%.0f of %.0f MB", float64(done)/mega, float64(size)/mega)
}
