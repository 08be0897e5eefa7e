package kernel

import (
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
)

// Two notebooks at once, in the same folder, print what one alone prints.
func TestTwoNotebooksAtOnce(t *testing.T) {
	e := prepared.Environment(t)
	paths, err := course.Notebooks(e.Root, "en", "02")
	if err != nil {
		t.Fatal(err)
	}
	n, err := ipynb.Read(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	var printed [2][]string
	var both sync.WaitGroup
	for i := range printed {
		both.Go(func() {
			s, err := Start(t.Context(), e, filepath.Dir(paths[0]))
			if err != nil {
				t.Error(err)
				return
			}
			defer s.close()
			for _, c := range n.Cells {
				if !c.Code() {
					continue
				}
				outputs, _, err := s.run(string(c.Source))
				if err != nil || (ipynb.Failure(outputs) != nil) != c.Has("fails") {
					t.Errorf("kernel %d, cell %s: %v %s", i, c.ID, err, failureText(outputs))
					return
				}
				if c.Source != course.SetupCell {
					printed[i] = append(printed[i], text(outputs, "stdout"))
				}
			}
		})
	}
	both.Wait()
	if !reflect.DeepEqual(printed[0], printed[1]) || len(printed[0]) < 15 {
		t.Errorf("one prints %q, the other %q", printed[0], printed[1])
	}
}
