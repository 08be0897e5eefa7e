package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson"
	"github.com/janpfeifer/must"
)

// A training whose every epoch is on another number of devices ends as one on a single device.
func TestDevices(t *testing.T) {
	if !strings.HasPrefix(os.Getenv("GOMLX_BACKEND"), "xla") {
		t.Skip("needs several devices: GOMLX_BACKEND names no XLA plugin")
	}
	t.Setenv("XLA_FLAGS", os.Getenv("XLA_FLAGS")+" --xla_force_host_platform_device_count=8")
	history := func(devices ...string) []lesson.Result {
		out := filepath.Join(t.TempDir(), "out")
		for i, n := range devices {
			args := []string{"-epochs", string(rune('1' + i)), "-devices", n, "-batch", "100", "-out", out}
			if i > 0 {
				args = append(args, "-resume")
			}
			stdout, stderr, code := train(args...)
			if strings.Contains(stderr, "devices are asked for") {
				t.Skip("needs eight devices: ", stderr)
			}
			if code != 0 || n != "1" && !strings.Contains(stdout, "on "+n+" × XLA") {
				t.Fatalf("%v: exit status %d\n%s%s", args, code, stdout, stderr)
			}
		}
		return must.M1(lesson.ReadCheckpoint(filepath.Join(out, checkpointFile))).History
	}
	got, want := history("8", "3", "1"), history("1", "1", "1")
	for i := range want {
		if math.Abs(got[i].Loss-want[i].Loss) > 1e-5 || got[i].Accuracy != want[i].Accuracy {
			t.Errorf("epoch %d: %v, on one device %v", i+1, got[i], want[i])
		}
	}
}
