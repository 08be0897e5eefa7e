package lesson

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestOpenDownloads(t *testing.T) {
	isolate(t)
	for _, source := range []string{"auto", "mnist"} {
		d := fakeDownloader(t.TempDir(), newMirror(t, nil).URL)
		var warnings bytes.Buffer
		wantFake(t, Must(open(source, d, &warnings)), "MNIST from "+d.dir)
		if warnings.Len() > 0 {
			t.Errorf("got warnings %q", &warnings)
		}
	}
}

// Only "auto" has other digits instead of MNIST, and it says so.
func TestOpenWithoutNetwork(t *testing.T) {
	isolate(t)
	d := fakeDownloader(t.TempDir(), newMirror(t, bad["404"].serve).URL)
	var warnings bytes.Buffer
	data, err := open("auto", d, &warnings)
	if err != nil || data.Source != Builtin().Source {
		t.Errorf("got %v, %v, want the built-in digits", data, err)
	}
	for _, want := range []string{"MNIST could not be downloaded:\n  " + d.mirrors[0], "404 Not Found\"\nUsing the built-in digits, drawn by this program, instead. " + useMNIST + "\n"} {
		if !strings.Contains(warnings.String(), want) {
			t.Errorf("got warnings %q, want %q", &warnings, want)
		}
	}
	warnings.Reset()
	data, err = open("mnist", d, &warnings)
	wantError(t, err, "MNIST could not be downloaded", "404 Not Found", "set MNIST_DIR")
	if data != nil || warnings.Len() > 0 {
		t.Errorf("got digits %v and warnings %q", data, &warnings)
	}
}

func TestOpenWithoutCache(t *testing.T) {
	isolate(t)
	_, err := open("mnist", fakeDownloader(""), nil)
	wantError(t, err, "no folder to keep it in: set HOME")
}

func TestNewDownloader(t *testing.T) {
	isolate(t)
	d := newDownloader()
	if want := append([]string{"http://127.0.0.1:1/"}, mirrors...); !slices.Equal(d.mirrors, want) {
		t.Errorf("got mirrors %q, want %q", d.mirrors, want)
	}
	if want := filepath.Join(Must(os.UserCacheDir()), "convnet", "mnist"); d.dir != want {
		t.Errorf("got folder %s, want %s", d.dir, want)
	}
	t.Setenv("MNIST_MIRROR", "")
	if d := newDownloader(); !slices.Equal(d.mirrors, mirrors) {
		t.Errorf("got mirrors %q, want %q", d.mirrors, mirrors)
	}
}

// The names, sizes and digests that the program has are those of MNIST.
func TestDownloadRealMNIST(t *testing.T) {
	realMNIST(t)
	folder := os.Getenv("MNIST_DIR")
	isolate(t)
	m := httptest.NewServer(http.FileServer(http.Dir(folder)))
	t.Cleanup(m.Close)
	t.Setenv("MNIST_MIRROR", m.URL)
	d := newDownloader()
	d.mirrors = d.mirrors[:1] // not the network
	Check(d.download())
	if got := names(d.dir); got != fakeNames {
		t.Errorf("got files %q", got)
	}
}
