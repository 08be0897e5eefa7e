package plugins

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/janpfeifer/must"
)

func TestCUDABeforeCPU(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("PJRT_PLUGIN_LIBRARY_PATH", folder)
	if got := Installed(); got != nil {
		t.Errorf("found %v in an empty folder", got)
	}
	for _, name := range []string{"pjrt_c_api_cpu_v0.9_plugin.so", "pjrt_c_api_cpu_plugin.so", "pjrt_c_api_cuda_v0.9.1_plugin.so",
		"pjrt_c_api_cuda_v0.83.1_plugin.so", "pjrt_c_api_cuda_v.so", "pjrt_c_api_tpu_plugin.so", "README"} {
		must.M(os.WriteFile(filepath.Join(folder, name), nil, 0o666))
	}
	want := []Plugin{
		{"cuda", filepath.Join(folder, "pjrt_c_api_cuda_v0.83.1_plugin.so")},
		{"cpu", filepath.Join(folder, "pjrt_c_api_cpu_plugin.so")},
	}
	if got := Installed(); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}
