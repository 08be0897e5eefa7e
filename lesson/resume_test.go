package lesson

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// cutShort ends each answer after at most 10,000 bytes.
func cutShort(w http.ResponseWriter, r *http.Request, data []byte) {
	good(&short{w, 10000}, r, data)
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
	m := newMirror(t, cutShort)
	wantDownload(t, fakeDownloader(t.TempDir(), m.URL))
	requests, sent := m.got()
	if !strings.HasPrefix(requests, fakeSet[0].name+".gz \n"+fakeSet[0].name+".gz bytes=10000-\n") {
		t.Errorf("got requests %q, want the second from byte 10000 on", requests)
	}
	if sent != fakeSize {
		t.Errorf("%d bytes were sent, want %d", sent, fakeSize)
	}
}

// Nor is what an earlier run left.
func TestDownloadResumesPart(t *testing.T) {
	m := newMirror(t, nil)
	d := fakeDownloader(t.TempDir(), m.URL)
	zip := fakeZips[0]
	writePart(d, zip[:20000])
	wantDownload(t, d)
	if _, sent := m.got(); sent != fakeSize-20000 {
		t.Errorf("%d bytes were sent, want %d", sent, fakeSize-20000)
	}
}

// writePart leaves the beginning of the first file.
func writePart(d *downloader, data []byte) {
	Check(os.WriteFile(filepath.Join(d.dir, fakeSet[0].name+".gz.part"), data, 0o666))
}

// A run that was killed just before it renamed the part need not ask for anything.
func TestDownloadWholePart(t *testing.T) {
	d := fakeDownloader(fakeFolder(t))
	path := filepath.Join(d.dir, fakeSet[0].name+".gz")
	Check(os.Rename(path, path+".part"))
	wantDownload(t, d)
}

// Parts that do not fit what the mirror has: of another gzip, too long, of a server that
// ignores ranges, and of one that sends another range.
func TestDownloadStartsOver(t *testing.T) {
	zip := fakeZips[0]
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
		"another gzip":   {other, good},
		"too long":       {append(bytes.Clone(zip), 0), good},
		"ignores ranges": {zip[:20000], ignore},
		"another range":  {zip[:20000], elsewhere},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := newMirror(t, test.serve)
			d := fakeDownloader(t.TempDir(), m.URL)
			writePart(d, test.part)
			wantDownload(t, d)
		})
	}
}

// A mirror that sends a little and then nothing does not make the others patient.
func TestDownloadStalledThenSilent(t *testing.T) {
	few := newMirror(t, func(w http.ResponseWriter, r *http.Request, data []byte) {
		w.Write(data[:3])
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	silent := newMirror(t, func(w http.ResponseWriter, r *http.Request, _ []byte) { <-r.Context().Done() })
	d := fakeDownloader(t.TempDir(), few.URL, silent.URL)
	d.patience, d.answer, d.stall = time.Second, time.Hour, 100*time.Millisecond
	done := make(chan error, 1)
	go func() { done <- d.download() }()
	select {
	case err := <-done:
		wantError(t, err, "nothing came for")
	case <-time.After(30 * time.Second):
		t.Error("it still waits")
	}
}

// A mirror that has another file is not asked for that file again.
func TestDownloadDropsWrong(t *testing.T) {
	wrong := newMirror(t, bad["wrong bytes"].serve)
	wantDownload(t, fakeDownloader(t.TempDir(), wrong.URL, newMirror(t, cutShort).URL))
	if requests, _ := wrong.got(); strings.Contains(requests, "\n") {
		t.Errorf("got requests %q, want one", requests)
	}
}
