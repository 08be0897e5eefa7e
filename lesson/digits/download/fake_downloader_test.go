package download

import (
	"bytes"
	"io"
	"path/filepath"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
	"convnet.example/lesson/digits/mnist"
	"github.com/janpfeifer/must"
)

// fakeDownloader has the real one's time-outs, so that a busy machine fails no test.
func fakeDownloader(dir string, urls ...string) *Downloader {
	d := New()
	d.Mirrors, d.Files, d.Dir, d.progress, d.warnings = urls, fakes.FileSet, dir, io.Discard, io.Discard
	return d
}

// hurriedDownloader is for tests that wait until time is up.
func hurriedDownloader(dir string, urls ...string) *Downloader {
	d := fakeDownloader(dir, urls...)
	d.patience, d.answer, d.stall = 3*time.Second, time.Second, time.Second
	return d
}

// wantDownload checks that a downloader gets the files, and leaves nothing else.
func wantDownload(t *testing.T, d *Downloader) {
	t.Helper()
	if err := d.Download(); err != nil {
		t.Fatal(err)
	}
	for i, f := range fakes.FileSet {
		must.M(mnist.Uncompressed(filepath.Join(d.Dir, f.Name+".gz"), func(r io.Reader, _ int64) error {
			if got := must.M1(io.ReadAll(r)); !bytes.Equal(got, fakes.Files[i]) {
				t.Errorf("%s is not the file that the mirror has", f.Name)
			}
			return nil
		}))
	}
	if got := fakes.Names(d.Dir); got != fakes.FileNames {
		t.Errorf("got files %q", got)
	}
}
