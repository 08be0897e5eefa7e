package download

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
	"github.com/janpfeifer/must"
)

func TestDownload(t *testing.T) {
	m := fakes.NewMirror(t, nil)
	d := fakeDownloader(filepath.Join(t.TempDir(), "new", "folder"), m.URL)
	wantDownload(t, d)
	if _, sent := m.Got(); sent != fakes.Size {
		t.Errorf("%d bytes were sent, want %d", sent, fakes.Size)
	}
	m.Close()
	wantDownload(t, d) // now from the cache
}

// A damaged file in the cache is fetched again, and only that.
func TestDownloadRepairs(t *testing.T) {
	m := fakes.NewMirror(t, nil)
	d := fakeDownloader(fakes.Folder(t), m.URL)
	must.M(os.WriteFile(filepath.Join(d.Dir, fakes.FileSet[1].Name+".gz"), fakes.Gzip(fakes.IDX(make([]byte, 40), 40)), 0o666))
	wantDownload(t, d)
	if requests, _ := m.Got(); requests != fakes.FileSet[1].Name+".gz " {
		t.Errorf("got requests %q", requests)
	}
}

// A server that is slow but not silent is waited for, longer than all the time-outs.
func TestDownloadSlow(t *testing.T) {
	t.Parallel()
	d := hurriedDownloader(t.TempDir(), fakes.NewMirror(t, slow).URL)
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
	m := fakes.NewMirror(t, nil)
	d := fakeDownloader(t.TempDir(), m.URL, m.URL)
	path := filepath.Join(d.Dir, fakes.FileSet[0].Name+".gz")
	must.M(os.MkdirAll(filepath.Join(path, "in the way"), 0o777))
	err := d.Download()
	fakes.WantError(t, err, path)
	if requests, _ := m.Got(); strings.Contains(requests, "\n") {
		t.Errorf("got requests %q, want one", requests)
	}
}

func TestDownloadProgress(t *testing.T) {
	t.Parallel()
	d := fakeDownloader(t.TempDir(), fakes.NewMirror(t, slow).URL)
	var screen bytes.Buffer
	d.progress = &screen
	wantDownload(t, d)
	if got := screen.String(); !strings.Contains(got, fakes.FileSet[0].Name) || !strings.Contains(got, "kB") {
		t.Errorf("got %q, want a name and sizes", got)
	}
}

// Some servers send a gzip file as the encoding of what is in it, to whom accepts that.
func TestDownloadEncoded(t *testing.T) {
	m := fakes.NewMirror(t, func(w http.ResponseWriter, r *http.Request, data []byte) {
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
		}
		w.Write(data)
	})
	wantDownload(t, fakeDownloader(t.TempDir(), m.URL))
}
