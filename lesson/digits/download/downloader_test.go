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

// A damaged file in the cache, gzip'd or not, is set aside and fetched again, and only that;
// the user is told.
func TestDownloadRepairs(t *testing.T) {
	name, wrong := fakes.FileSet[1].Name, fakes.IDX(make([]byte, 40), 40)
	for file, bad := range map[string][]byte{
		name + ".gz":       fakes.Gzip(wrong),
		name:               wrong,
		name + ".gz empty": nil,
		name + ".gz short": fakes.Zips[1][:20],
	} {
		path, _, _ := strings.Cut(file, " ")
		m := fakes.NewMirror(t, nil)
		d := fakeDownloader(fakes.Folder(t), m.URL)
		must.M(os.Remove(filepath.Join(d.Dir, name+".gz")))
		path = filepath.Join(d.Dir, path)
		must.M(os.WriteFile(path, bad, 0o666))
		var said bytes.Buffer
		d.warnings = &said
		must.M(d.Download())
		if requests, _ := m.Got(); requests != name+".gz " {
			t.Errorf("%s: got requests %q", file, requests)
		}
		if kept, err := os.ReadFile(path + ".damaged"); err != nil || !bytes.Equal(kept, bad) {
			t.Errorf("%s is not set aside: %v", file, err)
		}
		if !strings.Contains(said.String(), path+".damaged") {
			t.Errorf("%s: it says %q", file, &said)
		}
		must.M(os.Remove(path + ".damaged"))
		wantDownload(t, d)
	}
}

// A good file beside a damaged one is taken, and stays as it is.
func TestDownloadGoodBesideDamaged(t *testing.T) {
	d := fakeDownloader(fakes.Folder(t))
	path := filepath.Join(d.Dir, fakes.FileSet[1].Name)
	must.M(os.WriteFile(path+".gz", nil, 0o666))
	must.M(os.WriteFile(path, fakes.Files[1], 0o666))
	must.M(d.Download())
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, fakes.Files[1]) {
		t.Errorf("the good file is not in its place: %v", err)
	}
}

// A folder that is deleted meanwhile is an error that names it, and no more the next time.
func TestDownloadFolderVanishes(t *testing.T) {
	t.Parallel()
	m := fakes.NewMirror(t, slow)
	d := fakeDownloader(filepath.Join(t.TempDir(), "cache"), m.URL)
	failed := make(chan error)
	go func() { failed <- d.Download() }()
	part := filepath.Join(d.Dir, fakes.FileSet[0].Name+".gz.part")
	until(t, "a part", func() bool { return size(part) > 0 })
	must.M(os.RemoveAll(d.Dir))
	fakes.WantError(t, <-failed, d.Dir)
	wantDownload(t, d)
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
