package backend

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/internal/byhand"
	"github.com/janpfeifer/must"

	"github.com/gomlx/compute"
	"golang.org/x/sys/cpu"
)

// chooseAnew lets a test choose backends, without those installed on the machine, and
// catches what the user is told.
func chooseAnew(t *testing.T) (plugins string, said *bytes.Buffer) {
	t.Helper()
	if !slices.Contains(compute.List(), xlaName) {
		t.Skip("built without cgo: there is no XLA to choose")
	}
	plugins, said = t.TempDir(), &bytes.Buffer{}
	t.Setenv("PJRT_PLUGIN_LIBRARY_PATH", plugins)
	t.Setenv(compute.ConfigEnvVar, "")
	backend, device, writer := chosen.backend, chosen.device, notices
	chosen.backend, chosen.device, notices = nil, "", said
	t.Cleanup(func() { chosen.backend, chosen.device, notices = backend, device, writer })
	return plugins, said
}

func TestWithoutPluginItIsPureGo(t *testing.T) {
	_, said := chooseAnew(t)
	backend, err := Current()
	if err != nil || backend.String() != "go" {
		t.Fatalf("%v, %v", backend, err)
	}
	lines := strings.Split(strings.TrimSpace(said.String()), "\n")
	if !strings.Contains(lines[0], "go run ./lesson/xla") {
		t.Errorf("it says %q", said)
	}
	want := 1
	if !byhand.SIMD() && runtime.GOARCH == "amd64" && cpu.X86.HasAVX2 {
		want = 2
	}
	if len(lines) != want || want == 2 && !strings.Contains(lines[1], "GOEXPERIMENT=simd") {
		t.Errorf("it says %q, want %d lines", said, want)
	}
}

func TestPluginThatDoesNotLoadIsPassedOver(t *testing.T) {
	plugins, said := chooseAnew(t)
	file := filepath.Join(plugins, "pjrt_c_api_cpu_v0.1.0_plugin.so")
	must.M(os.WriteFile(file, []byte("no library"), 0o666))
	if backend, err := Current(); err != nil || backend.String() != "go" {
		t.Fatalf("%v, %v", backend, err)
	}
	if !strings.Contains(said.String(), file) || !strings.Contains(said.String(), "passed over") {
		t.Errorf("it says %q", said)
	}
	for _, config := range []string{"xla", "xla:cpu", "xla:" + file} {
		if err := Use(config); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s was asked for: error %v", config, err)
		}
	}
}

// TestPluginCutShort has the first half of a real library. Loading it would end the
// program with a signal.
func TestPluginCutShort(t *testing.T) {
	plugins, said := chooseAnew(t)
	if runtime.GOOS != "linux" {
		t.Skip("only libraries of Linux are looked into")
	}
	program := must.M1(os.ReadFile(must.M1(os.Executable())))
	file := filepath.Join(plugins, "pjrt_c_api_cpu_plugin.so")
	must.M(os.WriteFile(file, program[:len(program)/2], 0o666))
	if backend, err := Current(); err != nil || backend.String() != "go" || !strings.Contains(said.String(), "is no library") {
		t.Errorf("%v, %v; it says %q", backend, err, said)
	}
}

func TestBackendsThatAreNotThere(t *testing.T) {
	chooseAnew(t)
	for config, want := range map[string]string{
		"fpga":               `no backend is called "fpga"`,
		"xla":                "go run ./lesson/xla",
		"xla:cuda":           `no XLA plugin "cuda" is installed`,
		"xla:/no/plugin.so":  "/no/plugin.so",
		"go:parallelism=two": "parallelism",
	} {
		if err := Use(config); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: want an error with %q, got %v", config, want, err)
		}
	}
}

func TestGoBackendPrintsNothing(t *testing.T) {
	chooseAnew(t)
	r, w, err := os.Pipe()
	must.M(err)
	stdout := os.Stdout
	os.Stdout = w
	err = Use("go")
	os.Stdout = stdout
	w.Close()
	var printed bytes.Buffer
	printed.ReadFrom(r)
	if err != nil || printed.Len() > 0 {
		t.Errorf("it prints %q, error %v", printed.String(), err)
	}
}

func TestSameNumbersOnGPUs(t *testing.T) {
	for flags, want := range map[string]string{
		"":                                  "--xla_gpu_deterministic_ops=true",
		"--xla_a=1":                         "--xla_a=1 --xla_gpu_deterministic_ops=true",
		"--xla_gpu_deterministic_ops=false": "--xla_gpu_deterministic_ops=false",
	} {
		t.Setenv("XLA_FLAGS", flags)
		if options := sameNumbers(); options != ",tf32=false" || os.Getenv("XLA_FLAGS") != want {
			t.Errorf("with %q: options %q, XLA_FLAGS %q, want %q", flags, options, os.Getenv("XLA_FLAGS"), want)
		}
	}
}
