package download

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
	"github.com/janpfeifer/must"
)

// A download that waited for nothing is remembered for a while, and until one succeeds. A
// clock that was set back makes no rest longer.
func TestResting(t *testing.T) {
	t.Parallel()
	d := hurriedDownloader(filepath.Join(t.TempDir(), "mnist"), blackHole(t))
	rests := func(want bool) {
		t.Helper()
		if err := d.Resting(); (err != nil) != want {
			t.Errorf("got %v, want rest: %v", err, want)
		}
	}
	rests(false)
	if d.Download() == nil {
		t.Error("a black hole has the files")
	}
	rests(true)
	fakes.WantError(t, d.Resting(), "no mirror answered at", `"mnist" in place of "auto"`)
	for _, age := range []time.Duration{rest + time.Second, -time.Minute} {
		at := time.Now().Add(-age)
		must.M(os.Chtimes(d.silent(), at, at))
		rests(false)
	}
	now := time.Now()
	must.M(os.Chtimes(d.silent(), now, now))
	rests(true)
	d.Mirrors = []string{fakes.NewMirror(t, nil).URL}
	wantDownload(t, d)
	rests(false)
}

// A mirror that refuses at once can be asked at once; one that sends a part, too. Where
// nothing can be kept, there is no rest, and no other error.
func TestNotResting(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"404", "stalls"} {
		d := hurriedDownloader(filepath.Join(t.TempDir(), "mnist"), fakes.NewMirror(t, bad[name].serve).URL)
		if d.Download() == nil || d.Resting() != nil {
			t.Errorf("%s: %v", name, d.Resting())
		}
	}
	d := hurriedDownloader(filepath.Join(t.TempDir(), "mnist"), blackHole(t))
	must.M(os.Mkdir(d.silent(), 0o777))
	old := time.Now().Add(-time.Hour)
	must.M(os.Chtimes(d.silent(), old, old))
	fakes.WantError(t, d.Download(), "silent for too long")
	if err := d.Resting(); err != nil {
		t.Error(err)
	}
}
