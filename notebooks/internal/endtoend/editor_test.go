package endtoend

import (
	_ "embed"
	"encoding/json"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/prepared"
)

//go:embed editor.py
var editorPy string

// An editor that is given the course's address runs its cells, without the browser's page.
func TestEditor(t *testing.T) {
	e := prepared.Environment(t)
	cmd, page := openCourse(t)
	defer func() {
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
	}()
	cells := []string{course.SetupCell, `import (
	"fmt"

	"convnet.example/lesson/conv"
)

%%
fmt.Println(conv.MaxPool([][]float64{{1, 3}, {5, 2}}, conv.Pool(2)))`, `import "convnet.example/lesson/exercise"

%%
exercise.Sum(func(m [][]float64) float64 { panic(exercise.YourCode) })`}
	var in strings.Builder
	for _, cell := range cells {
		json.NewEncoder(&in).Encode(cell)
	}
	editor := exec.Command(e.Python(), "-c", editorPy, page.String())
	editor.Stdin = strings.NewReader(in.String())
	editor.Stderr = t.Output()
	said, err := editor.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"[[5]]", "waits for your code"} {
		if !strings.Contains(string(said), want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
}
