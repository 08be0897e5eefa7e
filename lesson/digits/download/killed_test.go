package download

import (
	"math/rand/v2"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
)

// Killed at any moment, whatever a mirror does just then, a download leaves no file that is
// not whole, and the next one goes on.
func TestDownloadKilledInFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves out the kills")
	}
	const kills = 3
	var killed atomic.Int32
	t.Run("faults", func(t *testing.T) {
		for name, test := range bad {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				dir := filepath.Join(t.TempDir(), "cache")
				faulty, good := fakes.NewMirror(t, test.serve), fakes.NewMirror(t, slow)
				for range kills {
					c := child(t, dir, faulty.URL+" "+good.URL)
					before, _ := faulty.Got()
					until(t, "a request", func() bool { now, _ := faulty.Got(); return now != before })
					time.Sleep(time.Duration(rand.Int64N(int64(150 * time.Millisecond))))
					c.Process.Kill()
					if c.Wait() != nil {
						killed.Add(1)
					}
					for _, f := range fakes.FileSet {
						p := part{f, filepath.Join(dir, f.Name+".gz")}
						if size(p.goal) > 0 && p.check(p.goal) != nil {
							t.Errorf("%s has its name and is not whole", f.Name)
						}
					}
				}
				wantDownload(t, fakeDownloader(dir, fakes.NewMirror(t, nil).URL))
			})
		}
	})
	t.Logf("%d kills of %d survived", killed.Load(), kills*len(bad))
	if int(killed.Load()) < kills*len(bad)*3/4 {
		t.Errorf("only %d processes were killed at work", killed.Load())
	}
}
