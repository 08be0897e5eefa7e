package lesson

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

// Two that download at once get the files, and each file is sent once.
func TestDownloadTogether(t *testing.T) {
	t.Parallel()
	m := newMirror(t, slow)
	dir := t.TempDir()
	done := make(chan error)
	for range 2 {
		go func() {
			_, err := fakeDownloader(dir, m.URL).open()
			done <- err
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	wantDownload(t, fakeDownloader(dir))
	if _, sent := m.got(); sent != fakeSize {
		t.Errorf("%d bytes were sent, want %d", sent, fakeSize)
	}
}

func TestDownloadTwoProcesses(t *testing.T) {
	t.Parallel()
	m := newMirror(t, slow)
	dir := t.TempDir()
	one, other := child(t, dir, m.URL), child(t, dir, m.URL)
	waitFor(t, one)
	waitFor(t, other)
	wantDownload(t, fakeDownloader(dir))
	if _, sent := m.got(); sent != fakeSize {
		t.Errorf("%d bytes were sent, want %d", sent, fakeSize)
	}
}

// A process that is killed leaves a part, which the next resumes, and no lock.
func TestDownloadKilled(t *testing.T) {
	t.Parallel()
	m := newMirror(t, slow)
	dir := t.TempDir()
	c := child(t, dir, m.URL)
	part := filepath.Join(dir, fakeSet[0].name+".gz.part")
	until(t, "a part of 5000 bytes", func() bool { return size(part) >= 5000 })
	Check(c.Process.Kill())
	c.Wait()
	if got := names(dir); got != filepath.Base(part) {
		t.Errorf("got files %q, want only the part", got)
	}
	left := size(part)
	rest := newMirror(t, nil)
	wantDownload(t, fakeDownloader(dir, rest.URL))
	if _, sent := rest.got(); sent != fakeSize-left {
		t.Errorf("%d bytes were sent, want %d", sent, fakeSize-left)
	}
}

// A proxy from the environment is asked for hosts that it alone knows.
func TestDownloadProxy(t *testing.T) {
	t.Parallel()
	proxy := newMirror(t, nil)
	waitFor(t, child(t, t.TempDir(), "http://mnist.invalid/", "http_proxy="+proxy.URL))
	if _, sent := proxy.got(); sent != fakeSize {
		t.Errorf("%d bytes went through the proxy, want %d", sent, fakeSize)
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
	d := fakeDownloader(t.TempDir(), newMirror(t, nil).URL)
	d.patience = 300 * time.Millisecond
	lock := flock.New(d.dir + ".lock")
	Check(lock.Lock())
	start := time.Now()
	_, err := d.open()
	wantError(t, err, "another program downloads into "+d.dir, "nothing came for 300ms")
	if took := time.Since(start); took < d.patience || took > 3*time.Second {
		t.Errorf("it took %v", took)
	}
	Check(lock.Unlock())
	wantDownload(t, d)
}

// A process that holds the lock and makes progress is waited for, longer than patience.
func TestDownloadWaits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	m := newMirror(t, slow)
	first := make(chan error)
	go func() { first <- fakeDownloader(dir, m.URL).download() }()
	until(t, "a part", func() bool { return strings.Contains(names(dir), "part") })
	d := hurriedDownloader(dir, m.URL)
	d.patience = time.Second
	wantDownload(t, d)
	Check(<-first)
	if _, sent := m.got(); sent != fakeSize {
		t.Errorf("%d bytes were sent, want %d", sent, fakeSize)
	}
}
