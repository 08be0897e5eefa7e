package lesson

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A mirror serves the fake files, gzip'd, and counts.
type mirror struct {
	*httptest.Server
	mu       sync.Mutex
	requests []string // names, and ranges
	sent     int      // bytes of bodies
}

// newMirror starts a mirror on which serve answers requests for a file with the data
// given. If serve is nil it does so as it should.
func newMirror(t *testing.T, serve func(w http.ResponseWriter, r *http.Request, data []byte)) *mirror {
	if serve == nil {
		serve = good
	}
	m := new(mirror)
	m.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.mu.Lock()
		m.requests = append(m.requests, filepath.Base(r.URL.Path)+" "+r.Header.Get("Range"))
		m.mu.Unlock()
		for i, f := range fakeSet {
			if r.URL.Path == "/"+f.name+".gz" {
				serve(counting{w, m}, r, bytes.Clone(fakeZips[i]))
				return
			}
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(m.Close)
	return m
}

func good(w http.ResponseWriter, r *http.Request, data []byte) {
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// counting counts what is written for a mirror.
type counting struct {
	http.ResponseWriter
	m *mirror
}

func (c counting) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.m.mu.Lock()
	defer c.m.mu.Unlock()
	c.m.sent += n
	return n, err
}

// Unwrap lets http.ResponseController find Flush.
func (c counting) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (m *mirror) got() (requests string, sent int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return strings.Join(m.requests, "\n"), m.sent
}

// fakeDownloader has the real one's time-outs, so that a busy machine fails no test.
func fakeDownloader(dir string, urls ...string) *downloader {
	d := newDownloader()
	d.mirrors, d.files, d.dir, d.progress = urls, fakeSet, dir, io.Discard
	return d
}

// hurriedDownloader is for tests that wait until time is up.
func hurriedDownloader(dir string, urls ...string) *downloader {
	d := fakeDownloader(dir, urls...)
	d.patience, d.answer, d.stall = 3*time.Second, time.Second, time.Second
	return d
}

// names returns what is in a folder.
func names(dir string) string {
	var all []string
	for _, e := range Must(os.ReadDir(dir)) {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

const fakeNames = "t10k-images-idx3-ubyte.gz t10k-labels-idx1-ubyte.gz train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz"

// wantDownload checks that a downloader gets the files, and leaves nothing else.
func wantDownload(t *testing.T, d *downloader) {
	t.Helper()
	data, err := d.open()
	if err != nil {
		t.Fatal(err)
	}
	wantFake(t, data, "MNIST from "+d.dir)
	if got := names(d.dir); got != fakeNames {
		t.Errorf("got files %q", got)
	}
}
