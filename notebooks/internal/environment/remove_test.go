package environment

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What goes on writing into a folder does not keep it from being removed.
func TestRemoveForGood(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "half-made")
	if err := removeForGood(t.Context(), folder); err != nil {
		t.Errorf("a folder that is not there: %v", err)
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	written := make(chan bool)
	go func() {
		defer close(written)
		for i, began := 0, time.Now(); time.Since(began) < time.Second; i++ {
			sub := filepath.Join(folder, fmt.Sprint(i%7), "deeper")
			os.MkdirAll(sub, 0o755)
			os.WriteFile(filepath.Join(sub, fmt.Sprint(i%100)), nil, 0o644)
		}
	}()
	err := removeForGood(t.Context(), folder)
	<-written
	if _, there := os.Stat(folder); err != nil || there == nil {
		t.Errorf("got error %v, and the folder: %v", err, there)
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := removeForGood(stopped, folder); err == nil {
		t.Error("no error where it was stopped before the folder stayed away")
	}
}
