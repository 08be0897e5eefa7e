package download

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
	"github.com/janpfeifer/must"
)

// bad are mirrors that are of no use, and words of the error.
var bad = map[string]struct {
	serve func(http.ResponseWriter, *http.Request, []byte)
	want  string
}{
	"404":         {func(w http.ResponseWriter, r *http.Request, data []byte) { http.NotFound(w, r) }, "404 Not Found"},
	"503":         {func(w http.ResponseWriter, r *http.Request, data []byte) { w.WriteHeader(503) }, "503 Service Unavailable"},
	"wrong bytes": {func(w http.ResponseWriter, r *http.Request, data []byte) { w.Write(fakes.Gzip([]byte("wrong"))) }, "SHA-256"},
	"damaged":     {func(w http.ResponseWriter, r *http.Request, data []byte) { data[999]++; w.Write(data) }, "not the file expected"},
	"a page":      {func(w http.ResponseWriter, r *http.Request, data []byte) { io.WriteString(w, "<html>log in") }, "not a gzip file"},
	"nothing":     {func(w http.ResponseWriter, r *http.Request, data []byte) {}, "not a gzip file"},
	"too much":    {endless, "more than"},
	"says 1 TB": {func(w http.ResponseWriter, r *http.Request, data []byte) {
		w.Header().Set("Content-Length", "1000000000000")
		w.Write(data)
	}, "1000000000000 bytes are too many"},
	"says too little": {func(w http.ResponseWriter, r *http.Request, data []byte) {
		w.Header().Set("Content-Length", "1000")
		w.Write(data[:1000])
	}, "cut short"},
	"says too much": {func(w http.ResponseWriter, r *http.Request, data []byte) {
		w.Header().Set("Content-Length", fmt.Sprint(len(data)))
		w.Write(data[:1000])
	}, "unexpected EOF"},
	"bomb": {func(w http.ResponseWriter, r *http.Request, data []byte) { w.Write(bomb) }, "SHA-256"},
	"silent": {func(w http.ResponseWriter, r *http.Request, data []byte) {
		<-r.Context().Done()
	}, "silent for too long"},
	"stalls": {func(w http.ResponseWriter, r *http.Request, data []byte) {
		w.Write(data[:1000])
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}, "silent for too long"},
	"redirects for ever": {func(w http.ResponseWriter, r *http.Request, data []byte) {
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
	}, "stopped after 10 redirects"},
}

// bomb is a little data that becomes much. Whoever uncompresses more than the beginning
// meets a wrong checksum.
var bomb = func() []byte {
	zip := fakes.Gzip(make([]byte, 1<<20))
	zip[len(zip)-5]++
	return zip
}()

func endless(w http.ResponseWriter, r *http.Request, data []byte) {
	w.Write(data[:1000])
	for {
		if _, err := w.Write(make([]byte, 1000)); err != nil {
			return
		}
	}
}

// A bad mirror is passed over, and alone it is an error that says why. Nothing but a part
// stays, and no more of that than a file can be.
func TestDownloadBad(t *testing.T) {
	for name, test := range bad {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := fakes.NewMirror(t, test.serve)
			d := hurriedDownloader(t.TempDir(), m.URL)
			start := time.Now()
			err := d.Download()
			fakes.WantError(t, err, m.URL+"/"+fakes.FileSet[0].Name+".gz", test.want)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("it took %v", took)
			}
			part := fakes.FileSet[0].Name + ".gz.part"
			if got := fakes.Names(d.Dir); got != "" && got != part {
				t.Errorf("got files %q", got)
			}
			if strings.Contains(err.Error(), errWrong.Error()) && fakes.Names(d.Dir) != "" {
				t.Errorf("a part of another file is left")
			}
			d.Mirrors = append(d.Mirrors, fakes.NewMirror(t, nil).URL)
			wantDownload(t, d)
		})
	}
}

// A mirror that answered is asked first for the next file: a dead one costs its time-out once.
func TestDownloadPrefers(t *testing.T) {
	t.Parallel()
	silent := fakes.NewMirror(t, bad["silent"].serve)
	wantDownload(t, hurriedDownloader(t.TempDir(), silent.URL, fakes.NewMirror(t, nil).URL))
	if requests, _ := silent.Got(); strings.Contains(requests, "\n") {
		t.Errorf("got requests %q, want one", requests)
	}
}

// A page to log in does not cost what is here already.
func TestDownloadKeepsPart(t *testing.T) {
	d := fakeDownloader(t.TempDir(), fakes.NewMirror(t, bad["a page"].serve).URL)
	zip := fakes.Zips[0]
	writePart(d, zip[:20000])
	err := d.Download()
	fakes.WantError(t, err, "not a gzip file")
	got := must.M1(os.ReadFile(filepath.Join(d.Dir, fakes.Names(d.Dir))))
	if !bytes.Equal(got, zip[:20000]) {
		t.Errorf("%d bytes are left, want 20000", len(got))
	}
}
