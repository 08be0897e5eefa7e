package lesson

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestDownload(t *testing.T) {
	m := newMirror(t, nil)
	d := fakeDownloader(filepath.Join(t.TempDir(), "new", "folder"), m.URL)
	wantDownload(t, d)
	if _, sent := m.got(); sent != fakeSize {
		t.Errorf("%d bytes were sent, want %d", sent, fakeSize)
	}
	m.Close()
	wantDownload(t, d) // now from the cache
}

// A damaged file in the cache is fetched again, and only that.
func TestDownloadRepairs(t *testing.T) {
	m := newMirror(t, nil)
	d := fakeDownloader(fakeFolder(t), m.URL)
	Check(os.WriteFile(filepath.Join(d.dir, fakeSet[1].name+".gz"), gzipped(idx(make([]byte, 40), 40)), 0o666))
	wantDownload(t, d)
	if requests, _ := m.got(); requests != fakeSet[1].name+".gz " {
		t.Errorf("got requests %q", requests)
	}
}

// A server that is slow but not silent is waited for, longer than all the time-outs.
func TestDownloadSlow(t *testing.T) {
	t.Parallel()
	d := hurriedDownloader(t.TempDir(), newMirror(t, slow).URL)
	d.patience = time.Second
	wantDownload(t, d)
}

// slow takes a second and a half for the first file.
func slow(w http.ResponseWriter, r *http.Request, data []byte) {
	for piece := range slices.Chunk(data, 1000) {
		w.Write(piece)
		http.NewResponseController(w).Flush()
		time.Sleep(50 * time.Millisecond)
	}
}

// The disk is no mirror's fault: no other is asked.
func TestDownloadDisk(t *testing.T) {
	m := newMirror(t, nil)
	d := fakeDownloader(t.TempDir(), m.URL, m.URL)
	path := filepath.Join(d.dir, fakeSet[0].name+".gz")
	Check(os.MkdirAll(filepath.Join(path, "in the way"), 0o777))
	_, err := d.open()
	wantError(t, err, path)
	if requests, _ := m.got(); strings.Contains(requests, "\n") {
		t.Errorf("got requests %q, want one", requests)
	}
}

func TestDownloadProgress(t *testing.T) {
	t.Parallel()
	d := fakeDownloader(t.TempDir(), newMirror(t, slow).URL)
	var screen bytes.Buffer
	d.progress = &screen
	wantDownload(t, d)
	if got := screen.String(); !strings.Contains(got, fakeSet[0].name) || !strings.Contains(got, "kB") {
		t.Errorf("got %q, want a name and sizes", got)
	}
}

// Some servers send a gzip file as the encoding of what is in it, to whom accepts that.
func TestDownloadEncoded(t *testing.T) {
	m := newMirror(t, func(w http.ResponseWriter, r *http.Request, data []byte) {
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
		}
		w.Write(data)
	})
	wantDownload(t, fakeDownloader(t.TempDir(), m.URL))
}
