package kernel

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
// it held after its first rounds. It soaks for half a minute, or as long as $SOAK says, as in
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

	var rounds []held
	cells, next := 0, time.Now()
	for end := time.Now().Add(duration); time.Now().Before(end) || len(rounds) < 4; {
		for _, c := range n.Cells {
			if !c.Code() {
				continue
			}
			outputs, _, err := s.run(string(c.Source))
			if err != nil {
				t.Fatalf("round %d, cell %s: %v", len(rounds)+1, c.ID, err)
			}
			if (ipynb.Failure(outputs) != nil) != c.Has("fails") {
				t.Fatalf("round %d, cell %s: %s", len(rounds)+1, c.ID, failureText(outputs))
			}
			cells++
		}
		if outputs, _, err := s.run("%%\npanic(\"on purpose\")"); err != nil || ipynb.Failure(outputs) == nil {
			t.Fatalf("round %d: a cell that panics: %v", len(rounds)+1, err)
		}
		rounds = append(rounds, holds(s))
		if time.Now().After(next) {
			t.Logf("%d cells: %+v", cells, rounds[len(rounds)-1])
			next = time.Now().Add(duration / 20)
		}
	}
	quarter := len(rounds) / 4
	first, last := middle(rounds[quarter:2*quarter]), middle(rounds[3*quarter:])
	t.Logf("%d cells in %d rounds: %+v in the second quarter, %+v in the last", cells, len(rounds), first, last)
	if last.megabytes > first.megabytes*5/4+20 || last.processes > first.processes || last.files > first.files+2 || last.disk > 2*first.disk+1<<20 {
		t.Error("the kernel grows")
	}
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

// middle returns the median of each.
func middle(all []held) held {
	of := func(value func(held) int) int {
		var values []int
		for _, h := range all {
			values = append(values, value(h))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return held{
		megabytes: of(func(h held) int { return h.megabytes }),
		processes: of(func(h held) int { return h.processes }),
		files:     of(func(h held) int { return h.files }),
		disk:      of(func(h held) int { return h.disk }),
	}
}
