package kernel

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/prepared"
)

const (
	cgoCell = `import (
	"fmt"
	"runtime/debug"
)

%%
info, _ := debug.ReadBuildInfo()
for _, s := range info.Settings {
	if s.Key == "CGO_ENABLED" {
		fmt.Print(s.Value)
	}
}`
	deviceCell = `import (
	"fmt"

	"convnet.example/lesson"
)

%%
fmt.Print(lesson.Device())`
)

// A kernel compiles with cgo if there is XLA to use, and without it, which is faster, if there
// is none. If XLA is installed while it runs, the next cell that asks what computes says so.
func TestKernelHasCgoForXLAOnly(t *testing.T) {
	e := prepared.Environment(t)
	if value, set := os.LookupEnv("CGO_ENABLED"); set {
		t.Skipf("CGO_ENABLED is %s here, and the kernel leaves it so", value)
	}
	plugins := t.TempDir()
	t.Setenv("PJRT_PLUGIN_LIBRARY_PATH", plugins)
	t.Setenv("GOMLX_BACKEND", "")
	say := func(s *session, code string) (stdout, stderr string) {
		t.Helper()
		outputs, _, err := s.run(code)
		if err != nil {
			t.Fatal(err)
		}
		return text(outputs, "stdout"), text(outputs, "stderr")
	}
	start := func() *session {
		t.Helper()
		s, err := Start(t.Context(), e, filepath.Join(e.Root, "notebooks", "en"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.close() })
		say(s, course.SetupCell)
		return s
	}

	without := start()
	if cgo, _ := say(without, cgoCell); cgo != "0" {
		t.Errorf("without XLA CGO_ENABLED is %q", cgo)
	}
	if device, said := say(without, deviceCell); !strings.HasPrefix(device, "pure Go") || said != "" {
		t.Errorf("without XLA a cell computes in %q and says %q", device, said)
	}
	if err := os.WriteFile(filepath.Join(plugins, "pjrt_c_api_cpu_plugin.so"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if device, said := say(without, deviceCell); !strings.HasPrefix(device, "pure Go") || !strings.Contains(said, "close the course and start it again") {
		t.Errorf("once XLA is installed a cell computes in %q and says %q", device, said)
	}
	if cgo, said := say(start(), cgoCell); cgo != "1" || said != "" {
		t.Errorf("with XLA CGO_ENABLED is %q, and a cell without tensors says %q", cgo, said)
	}
}
