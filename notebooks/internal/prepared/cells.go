package prepared

import (
	"iter"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

// CodeCells are the code cells of all notebooks, each with its notebook's path.
func CodeCells(t *testing.T, root string) iter.Seq2[string, ipynb.Cell] {
	return func(yield func(string, ipynb.Cell) bool) {
		t.Helper()
		for _, lang := range course.Languages {
			paths, err := course.Notebooks(root, lang)
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range paths {
				n, err := ipynb.Read(path)
				if err != nil {
					t.Fatal(err)
				}
				for _, c := range n.Cells {
					if c.Code() && !yield(path, c) {
						return
					}
				}
			}
		}
	}
}
