package fakes

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/janpfeifer/must"
)

// A Mirror serves the fake files, gzip'd, and counts.
type Mirror struct {
	*httptest.Server
	mu       sync.Mutex
	requests []string // names, and ranges
	sent     int      // bytes of bodies
}

// NewMirror starts a mirror on which serve answers requests for a file with the data
// given. If serve is nil it does so as it should.
func NewMirror(t *testing.T, serve func(w http.ResponseWriter, r *http.Request, data []byte)) *Mirror {
	if serve == nil {
		serve = Good
	}
	m := new(Mirror)
	m.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.mu.Lock()
		m.requests = append(m.requests, filepath.Base(r.URL.Path)+" "+r.Header.Get("Range"))
		m.mu.Unlock()
		for i, f := range FileSet {
			if r.URL.Path == "/"+f.Name+".gz" {
				serve(counting{w, m}, r, bytes.Clone(Zips[i]))
				return
			}
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(m.Close)
	return m
}

// Good serves a file as a mirror should.
func Good(w http.ResponseWriter, r *http.Request, data []byte) {
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// counting counts what is written for a mirror.
type counting struct {
	http.ResponseWriter
	m *Mirror
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

// Got returns what was asked for, and the bytes that were sent.
func (m *Mirror) Got() (requests string, sent int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return strings.Join(m.requests, "\n"), m.sent
}

// Names returns what is in a folder.
func Names(dir string) string {
	var all []string
	for _, e := range must.M1(os.ReadDir(dir)) {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

const FileNames = "t10k-images-idx3-ubyte.gz t10k-labels-idx1-ubyte.gz train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz"
