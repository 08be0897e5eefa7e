package environment_test

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/prepared"
)

var (
	importLines = regexp.MustCompile(`(?ms)^import (?:\((.*?)^\)|[^(\n]*)`)
	quoted      = regexp.MustCompile(`"([^"\n]+)"`)
)

// All that a cell imports is compiled before, here and in the image: or each learner of a class
// would compile it, all at once.
func TestCellsImportWhatIsCompiled(t *testing.T) {
	const root = "../../.."
	cmd := exec.Command("go", append([]string{"list", "-deps"}, environment.Imported...)...)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	compiled, found := strings.Fields(string(out)), 0
	for path, c := range prepared.CodeCells(t, root) {
		for _, lines := range importLines.FindAllString(string(c.Source), -1) {
			for _, m := range quoted.FindAllStringSubmatch(lines, -1) {
				if found++; !slices.Contains(compiled, m[1]) {
					t.Errorf("%s imports %s", path, m[1])
				}
			}
		}
	}
	t.Logf("%d imports in cells", found)
	if found < 20 {
		t.Error("that are too few")
	}
	dockerfile, err := os.ReadFile(root + "/docker/Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	if line := "go build " + strings.Join(environment.Imported, " ") + " "; !strings.Contains(string(dockerfile), line) {
		t.Errorf("the Dockerfile has no %q", line)
	}
}
