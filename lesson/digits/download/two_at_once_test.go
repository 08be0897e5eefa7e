package download

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
	"github.com/janpfeifer/must"

	"github.com/gofrs/flock"
)

// Two that download at once get the files, and each file is sent once.
func TestDownloadTogether(t *testing.T) {
	t.Parallel()
	m := fakes.NewMirror(t, slow)
	dir := t.TempDir()
	done := make(chan error)
	for range 2 {
		go func() {
			err := fakeDownloader(dir, m.URL).Download()
			done <- err
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	wantDownload(t, fakeDownloader(dir))
	if _, sent := m.Got(); sent != fakes.Size {
		t.Errorf("%d bytes were sent, want %d", sent, fakes.Size)
	}
}

// A class that starts at once with an empty cache fetches once: ten processes.
func TestDownloadTenProcesses(t *testing.T) {
	t.Parallel()
	m := fakes.NewMirror(t, slow)
	dir := t.TempDir()
	var class []*exec.Cmd
	for range 10 {
		class = append(class, child(t, dir, m.URL))
	}
	for _, c := range class {
		waitFor(t, c)
	}
	wantDownload(t, fakeDownloader(dir))
	if _, sent := m.Got(); sent != fakes.Size {
		t.Errorf("%d bytes were sent, want %d", sent, fakes.Size)
	}
}

// A process that is killed leaves a part, which the next resumes, and no lock.
func TestDownloadKilled(t *testing.T) {
	t.Parallel()
	m := fakes.NewMirror(t, slow)
	dir := t.TempDir()
	c := child(t, dir, m.URL)
	part := filepath.Join(dir, fakes.FileSet[0].Name+".gz.part")
	until(t, "a part of 5000 bytes", func() bool { return size(part) >= 5000 })
	must.M(c.Process.Kill())
	c.Wait()
	if got := fakes.Names(dir); got != filepath.Base(part) {
		t.Errorf("got files %q, want only the part", got)
	}
	left := size(part)
	rest := fakes.NewMirror(t, nil)
	wantDownload(t, fakeDownloader(dir, rest.URL))
	if _, sent := rest.Got(); sent != fakes.Size-left {
		t.Errorf("%d bytes were sent, want %d", sent, fakes.Size-left)
	}
}

// A proxy from the environment is asked for hosts that it alone knows.
func TestDownloadProxy(t *testing.T) {
	t.Parallel()
	proxy := fakes.NewMirror(t, nil)
	waitFor(t, child(t, t.TempDir(), "http://mnist.invalid/", "http_proxy="+proxy.URL))
	if _, sent := proxy.Got(); sent != fakes.Size {
		t.Errorf("%d bytes went through the proxy, want %d", sent, fakes.Size)
	}
}

func size(path string) int {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return int(info.Size())
}

// A process that holds the lock and does nothing is not waited for.
func TestDownloadLocked(t *testing.T) {
	t.Parallel()
	d := fakeDownloader(t.TempDir(), fakes.NewMirror(t, nil).URL)
	d.patience = 300 * time.Millisecond
	lock := flock.New(d.Dir + ".lock")
	must.M(lock.Lock())
	start := time.Now()
	err := d.Download()
	fakes.WantError(t, err, "another program downloads into "+d.Dir, "nothing came for 300ms")
	if took := time.Since(start); took < d.patience || took > 3*time.Second {
		t.Errorf("it took %v", took)
	}
	must.M(lock.Unlock())
	d.patience = time.Minute // a busy machine is no silent mirror
	wantDownload(t, d)
}

// A process that holds the lock and makes progress is waited for, longer than patience.
func TestDownloadWaits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	m := fakes.NewMirror(t, slow)
	first := make(chan error)
	go func() { first <- fakeDownloader(dir, m.URL).Download() }()
	until(t, "a part", func() bool { return strings.Contains(fakes.Names(dir), "part") })
	d := hurriedDownloader(dir, m.URL)
	d.patience = time.Second
	wantDownload(t, d)
	must.M(<-first)
	if _, sent := m.Got(); sent != fakes.Size {
		t.Errorf("%d bytes were sent, want %d", sent, fakes.Size)
	}
}
