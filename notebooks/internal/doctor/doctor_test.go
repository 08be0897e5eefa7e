package doctor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/prepared"
)

// The doctor finds what is missing, says what to do, and makes nothing.
func TestDoctor(t *testing.T) {
	e := prepared.Environment(t)
	cache := filepath.Join(t.TempDir(), "cache")
	gocache, err := gotool.Env(t.Context(), e.Root, "GOCACHE")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOCACHE", gocache)
	for _, test := range []struct {
		cache   string
		missing string
	}{{os.Getenv("XDG_CACHE_HOME"), ""}, {cache, "2 missing"}} {
		t.Setenv("XDG_CACHE_HOME", test.cache)
		var out strings.Builder
		err := Examine(t.Context(), e.Root, &out)
		if test.missing == "" && err != nil || test.missing != "" && (err == nil || err.Error() != test.missing) {
			t.Errorf("got error %v, want %q\n%s", err, test.missing, &out)
		}
		for _, line := range []string{"Go  ", "C compiler  ", "Python  ", "environment  ", "kernel  ", "backend  ", "data  "} {
			if !strings.Contains("\n"+out.String(), "\n"+line) {
				t.Errorf("no line %q in\n%s", line, &out)
			}
		}
		if test.missing != "" && !strings.Contains(out.String(), "-prepare") {
			t.Errorf("it does not say what to do:\n%s", &out)
		}
	}
	if _, err := os.Stat(cache); err == nil {
		t.Errorf("it made %s", cache)
	}
}
