package digits

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"convnet.example/lesson/digits/download"
	"convnet.example/lesson/digits/internal/fakes"
	"github.com/janpfeifer/must"
)

func TestOpenDownloads(t *testing.T) {
	isolate(t)
	for _, source := range []string{"auto", "mnist"} {
		d := downloaderOf(t.TempDir(), fakes.NewMirror(t, nil).URL)
		var warnings bytes.Buffer
		wantFake(t, must.M1(open(source, d, &warnings)), "MNIST from "+d.Dir)
		if warnings.Len() > 0 {
			t.Errorf("got warnings %q", &warnings)
		}
	}
}

// Only "auto" has other digits instead of MNIST, and it says so.
func TestOpenWithoutNetwork(t *testing.T) {
	isolate(t)
	d := downloaderOf(t.TempDir(), fakes.NewMirror(t, notFound).URL)
	var warnings bytes.Buffer
	data, err := open("auto", d, &warnings)
	if err != nil || data.Source != Builtin().Source {
		t.Errorf("got %v, %v, want the built-in digits", data, err)
	}
	for _, want := range []string{"MNIST could not be downloaded:\n  " + d.Mirrors[0], "404 Not Found\"\nUsing the built-in digits, drawn by this program, instead. " + useMNIST() + "\n"} {
		if !strings.Contains(warnings.String(), want) {
			t.Errorf("got warnings %q, want %q", &warnings, want)
		}
	}
	warnings.Reset()
	data, err = open("mnist", d, &warnings)
	fakes.WantError(t, err, "MNIST could not be downloaded", "404 Not Found", "set MNIST_DIR")
	if data != nil || warnings.Len() > 0 {
		t.Errorf("got digits %v and warnings %q", data, &warnings)
	}
}

// After a wait in vain "auto" draws digits at once, and "mnist" asks the mirrors.
func TestOpenAfterSilence(t *testing.T) {
	isolate(t)
	m := fakes.NewMirror(t, nil)
	d := downloaderOf(t.TempDir(), m.URL)
	must.M(os.WriteFile(d.Dir+".silent", nil, 0o666))
	var warnings bytes.Buffer
	if data := must.M1(open("auto", d, &warnings)); data.Source != Builtin().Source || !strings.Contains(warnings.String(), "no mirror answered at ") {
		t.Errorf("got %q and warnings %q", data.Source, &warnings)
	}
	wantFake(t, must.M1(open("mnist", d, nil)), "MNIST from "+d.Dir)
}

func TestOpenWithoutCache(t *testing.T) {
	isolate(t)
	_, err := open("mnist", downloaderOf(""), nil)
	fakes.WantError(t, err, "no folder to keep it in: set HOME")
}

// The names, sizes and digests that the program has are those of MNIST.
func TestDownloadRealMNIST(t *testing.T) {
	realMNIST(t)
	folder := os.Getenv("MNIST_DIR")
	isolate(t)
	m := httptest.NewServer(http.FileServer(http.Dir(folder)))
	t.Cleanup(m.Close)
	t.Setenv("MNIST_MIRROR", m.URL)
	d := download.New()
	d.Mirrors = d.Mirrors[:1] // not the network
	must.M(d.Download())
	if got := fakes.Names(d.Dir); got != fakes.FileNames {
		t.Errorf("got files %q", got)
	}
}

func notFound(w http.ResponseWriter, r *http.Request, data []byte) { http.NotFound(w, r) }

// downloaderOf returns a downloader of the fake files.
func downloaderOf(dir string, mirrors ...string) *download.Downloader {
	d := download.New()
	d.Dir, d.Mirrors, d.Files = dir, mirrors, fakes.FileSet
	return d
}
