package kernel

import (
	"reflect"
	"sync"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/prepared"
)

// Two notebooks at once, in the same folder, print what one alone prints: what the committed
// file shows.
func TestTwoNotebooksAtOnce(t *testing.T) {
	e := prepared.Environment(t)
	paths, err := course.Notebooks(e.Root, "en", "02")
	if err != nil {
		t.Fatal(err)
	}
	asItIs := func(*session, *ipynb.Notebook, int) error { return nil }
	var results [2]*result
	var both sync.WaitGroup
	for i := range results {
		both.Go(func() {
			r, err := execute(t.Context(), e, paths[0], asItIs, "en")
			if results[i] = r; err != nil || len(r.failed) > 0 || r.cells < 15 {
				t.Errorf("kernel %d, %d cells: %s", i, r.cells, r.verdict(err))
			}
		})
	}
	both.Wait()
	if !reflect.DeepEqual(results[0].outputs, results[1].outputs) {
		t.Errorf("one prints %v, the other %v", results[0].outputs, results[1].outputs)
	}
	compareAll(t, paths[0], results[0].outputs["en"], false)
}
