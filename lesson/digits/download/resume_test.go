package download

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
	"github.com/janpfeifer/must"
)

// cutShort ends each answer after at most 10,000 bytes.
func cutShort(w http.ResponseWriter, r *http.Request, data []byte) {
	fakes.Good(&short{w, 10000}, r, data)
}

type short struct {
	http.ResponseWriter
	left int
}

func (s *short) Write(b []byte) (int, error) {
	n, _ := s.ResponseWriter.Write(b[:min(len(b), s.left)])
	if s.left -= n; s.left == 0 {
		http.NewResponseController(s.ResponseWriter).Flush()
		panic(http.ErrAbortHandler)
	}
	return n, nil
}

// What came before a connection broke is not asked for again.
func TestDownloadResumes(t *testing.T) {
	m := fakes.NewMirror(t, cutShort)
	wantDownload(t, fakeDownloader(t.TempDir(), m.URL))
	requests, sent := m.Got()
	if !strings.HasPrefix(requests, fakes.FileSet[0].Name+".gz \n"+fakes.FileSet[0].Name+".gz bytes=10000-\n") {
		t.Errorf("got requests %q, want the second from byte 10000 on", requests)
	}
	if sent != fakes.Size {
		t.Errorf("%d bytes were sent, want %d", sent, fakes.Size)
	}
}

// Nor is what an earlier run left.
func TestDownloadResumesPart(t *testing.T) {
	m := fakes.NewMirror(t, nil)
	d := fakeDownloader(t.TempDir(), m.URL)
	zip := fakes.Zips[0]
	writePart(d, zip[:20000])
	wantDownload(t, d)
	if _, sent := m.Got(); sent != fakes.Size-20000 {
		t.Errorf("%d bytes were sent, want %d", sent, fakes.Size-20000)
	}
}

// writePart leaves the beginning of the first file.
func writePart(d *Downloader, data []byte) {
	must.M(os.WriteFile(filepath.Join(d.Dir, fakes.FileSet[0].Name+".gz.part"), data, 0o666))
}

// A run that was killed just before it renamed the part need not ask for anything.
func TestDownloadWholePart(t *testing.T) {
	d := fakeDownloader(fakes.Folder(t))
	path := filepath.Join(d.Dir, fakes.FileSet[0].Name+".gz")
	must.M(os.Rename(path, path+".part"))
	wantDownload(t, d)
}

// Parts that do not fit what the mirror has: of another gzip, too long, of a server that
// ignores ranges, and of one that sends another range.
func TestDownloadStartsOver(t *testing.T) {
	zip := fakes.Zips[0]
	other := append([]byte{0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 255, 'x', 0}, zip[10:20000]...)
	ignore := func(w http.ResponseWriter, r *http.Request, data []byte) { w.Write(data) }
	elsewhere := func(w http.ResponseWriter, r *http.Request, data []byte) {
		if r.Header.Get("Range") == "" {
			w.Write(data)
			return
		}
		w.Header().Set("Content-Range", fmt.Sprintf("bytes 1-%d/%d", len(data)-1, len(data)))
		w.WriteHeader(http.StatusPartialContent)
		w.Write(data[1:])
	}
	tests := map[string]struct {
		part  []byte
		serve func(http.ResponseWriter, *http.Request, []byte)
	}{
		"another gzip":   {other, fakes.Good},
		"too long":       {append(bytes.Clone(zip), 0), fakes.Good},
		"ignores ranges": {zip[:20000], ignore},
		"another range":  {zip[:20000], elsewhere},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := fakes.NewMirror(t, test.serve)
			d := fakeDownloader(t.TempDir(), m.URL)
			writePart(d, test.part)
			wantDownload(t, d)
		})
	}
}

// A mirror that sends a little and then nothing does not make the others patient.
func TestDownloadStalledThenSilent(t *testing.T) {
	few := fakes.NewMirror(t, func(w http.ResponseWriter, r *http.Request, data []byte) {
		w.Write(data[:3])
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	silent := fakes.NewMirror(t, func(w http.ResponseWriter, r *http.Request, _ []byte) { <-r.Context().Done() })
	d := fakeDownloader(t.TempDir(), few.URL, silent.URL)
	d.patience, d.answer, d.stall = time.Second, time.Hour, 100*time.Millisecond
	done := make(chan error, 1)
	go func() { done <- d.Download() }()
	select {
	case err := <-done:
		fakes.WantError(t, err, "nothing came for")
	case <-time.After(30 * time.Second):
		t.Error("it still waits")
	}
}

// A mirror that has another file is not asked for that file again.
func TestDownloadDropsWrong(t *testing.T) {
	wrong := fakes.NewMirror(t, bad["wrong bytes"].serve)
	wantDownload(t, fakeDownloader(t.TempDir(), wrong.URL, fakes.NewMirror(t, cutShort).URL))
	if requests, _ := wrong.Got(); strings.Contains(requests, "\n") {
		t.Errorf("got requests %q, want one", requests)
	}
}
