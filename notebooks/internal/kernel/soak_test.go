package kernel

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
	"convnet.example/notebooks/internal/process"
)

// A held is what a kernel takes of its machine between two cells.
type held struct {
	megabytes, processes, files int
	disk                        int // bytes in its temporary folder
}

// A kernel that runs a notebook again and again, failing cells among them, holds in the end what
// it held once its language server had read the course, which takes a few rounds on a slow
// machine. It soaks for half a minute from then on, or as long as $SOAK says, as in
//
//	SOAK=1h go test ./notebooks/internal/kernel -run TestSoak -v -timeout 2h
func TestSoak(t *testing.T) {
	e := prepared.Environment(t)
	duration := 30 * time.Second
	if long := os.Getenv("SOAK"); long != "" {
		var err error
		if duration, err = time.ParseDuration(long); err != nil {
			t.Fatalf("SOAK=%s: %v", long, err)
		}
	}
	paths, err := course.Notebooks(e.Root, "en", "02")
	if err != nil {
		t.Fatal(err)
	}
	n, err := ipynb.Read(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	s, err := Start(t.Context(), e, filepath.Dir(paths[0]))
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()

	var rounds []held // since it has settled
	cells, alike, last := 0, 0, held{}
	var end, next time.Time
	for begun := time.Now(); alike < 2 || time.Now().Before(end) || len(rounds) < 4; {
		for _, c := range n.Cells {
			if !c.Code() {
				continue
			}
			outputs, _, err := s.run(string(c.Source))
			if err != nil {
				t.Fatalf("after %d cells, cell %s: %v", cells, c.ID, err)
			}
			if (ipynb.Failure(outputs) != nil) != c.Has("fails") {
				t.Fatalf("after %d cells, cell %s: %s", cells, c.ID, failureText(outputs))
			}
			cells++
		}
		if outputs, _, err := s.run("%%\npanic(\"on purpose\")"); err != nil || ipynb.Failure(outputs) == nil {
			t.Fatalf("after %d cells: a cell that panics: %v", cells, err)
		}
		h := holds(s)
		if time.Now().After(next) {
			t.Logf("%d cells: %+v", cells, h)
			next = time.Now().Add(duration / 20)
		}
		switch {
		case alike >= 2:
			rounds = append(rounds, h)
		case h.megabytes <= last.megabytes+5:
			alike++
			end = time.Now().Add(duration)
		case time.Since(begun) > 5*time.Minute:
			t.Fatalf("after %d cells the kernel still grows: %+v, and %+v a round before", cells, h, last)
		default:
			alike = 0
		}
		last = h
	}
	early, late := least(rounds[:len(rounds)/2]), least(rounds[len(rounds)/2:])
	t.Logf("%d cells, %d rounds since it settled: at least %+v in the first half, %+v in the second", cells, len(rounds), early, late)
	if late.grown(early) {
		t.Error("the kernel grows")
	}
}

// grown tells whether a kernel holds more than it did, by more than chance.
func (h held) grown(before held) bool {
	return h.megabytes > before.megabytes*5/4+20 || h.processes > before.processes ||
		h.files > before.files+2 || h.disk > 2*before.disk+1<<20
}

// holds looks at a kernel and all that it started.
func holds(s *session) (h held) {
	family := process.Descendants(s.cmd.Process.Pid)
	h.megabytes, h.processes = int(process.Resident(family)>>20), len(family)
	for _, p := range family {
		open, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", p.ID)) // elsewhere than on Linux: none
		h.files += len(open)
	}
	filepath.WalkDir(os.Getenv("TMPDIR"), func(_ string, f fs.DirEntry, err error) error {
		if err != nil {
			return nil // gone meanwhile
		}
		if info, err := f.Info(); err == nil && f.Type().IsRegular() {
			h.disk += int(info.Size())
		}
		return nil
	})
	return h
}

// least returns the least of each: what is held for good, without what is on its way out.
func least(all []held) held {
	l := all[0]
	for _, h := range all[1:] {
		l.megabytes, l.processes = min(l.megabytes, h.megabytes), min(l.processes, h.processes)
		l.files, l.disk = min(l.files, h.files), min(l.disk, h.disk)
	}
	return l
}
