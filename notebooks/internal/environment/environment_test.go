package environment_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/prepared"
)

// newCache returns the same environment in a place where it is not made yet. pip and Go
// have all they need in their own caches.
func newCache(t *testing.T, e *environment.Environment) *environment.Environment {
	t.Helper()
	fresh := *e
	fresh.Cache = t.TempDir()
	fresh.Folder = filepath.Join(fresh.Cache, "env")
	return &fresh
}

// What an interrupted start left is made anew, and of two launchers at once one makes the
// environment and the other waits.
func TestHalfMadeEnvironment(t *testing.T) {
	e := newCache(t, prepared.Environment(t))
	junk := filepath.Join(e.Folder, "venv", "bin", "python")
	if err := os.MkdirAll(filepath.Dir(junk), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(junk, []byte("half a"), 0o755); err != nil {
		t.Fatal(err)
	}
	var logs [2]strings.Builder
	var wait sync.WaitGroup
	for i := range logs {
		wait.Go(func() {
			if err := e.Complete(t.Context(), &logs[i]); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if !e.Ready() {
		t.Error("it is not ready")
	}
	both := logs[0].String() + logs[1].String()
	if strings.Count(both, "Making") != 1 || strings.Count(both, "waiting") != 1 {
		t.Errorf("they say %s", both)
	}
	if err := os.Remove(e.Python()); err != nil { // as a system update does
		t.Fatal(err)
	}
	if e.Ready() {
		t.Error("without its Python it is ready")
	}
}

// Ctrl-C while pip works leaves no stamp, and no pip.
func TestInterruptedMaking(t *testing.T) {
	e := newCache(t, prepared.Environment(t))
	ctx, interrupt := context.WithCancel(t.Context())
	go func() {
		for ctx.Err() == nil {
			if found, _ := filepath.Glob(filepath.Join(e.Folder, "venv", "bin", "pip*")); found != nil {
				interrupt()
			}
			time.Sleep(10 * time.Millisecond)
		}
	}()
	err := e.Complete(ctx, t.Output())
	if err == nil || ctx.Err() == nil {
		t.Errorf("got error %v", err)
	}
	if e.Ready() {
		t.Error("half-made, it is ready")
	}
}

func TestNoNetwork(t *testing.T) {
	e := newCache(t, prepared.Environment(t))
	t.Setenv("PIP_INDEX_URL", "http://127.0.0.1:1/")
	t.Setenv("PIP_NO_CACHE_DIR", "1")
	t.Setenv("PIP_RETRIES", "0")
	t.Setenv("PIP_FIND_LINKS", "")
	err := e.Complete(t.Context(), t.Output())
	if err == nil || !strings.Contains(err.Error(), "reaches PyPI") {
		t.Errorf("got error %v", err)
	}
}

func TestUnusedEnvironmentsAreRemoved(t *testing.T) {
	e := &environment.Environment{Cache: t.TempDir()}
	for name, age := range map[string]time.Duration{"old": 61 * 24 * time.Hour, "new": time.Hour} {
		stamp := filepath.Join(e.Cache, name, "ready")
		os.MkdirAll(filepath.Dir(stamp), 0o755)
		os.WriteFile(stamp, nil, 0o644)
		os.Chtimes(stamp, time.Time{}, time.Now().Add(-age))
	}
	e.Sweep()
	if left, _ := filepath.Glob(filepath.Join(e.Cache, "*")); len(left) != 1 || filepath.Base(left[0]) != "new" {
		t.Errorf("left %v", left)
	}
}
