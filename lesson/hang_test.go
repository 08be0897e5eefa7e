package lesson

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/janpfeifer/must"
)

// TestNoHang trains in processes with few cores, where the pure-Go backend can stop
// for ever in its default setting, and kills a process that does.
func TestNoHang(t *testing.T) {
	const child, steps = "LESSON_HANG_CHILD", 150
	if os.Getenv(child) != "" {
		must.M(UseBackend("go"))
		trainedOn(t, 64*steps, Config{})
		return
	}
	for _, cores := range []int{1, 2, 3, 4, 5, 6, 7, 8} {
		t.Run(fmt.Sprint("GOMAXPROCS=", cores), func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 90*time.Second)
			defer cancel()
			cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestNoHang$", "-test.count=1")
			cmd.Env = append(os.Environ(), child+"=1", fmt.Sprint("GOMAXPROCS=", cores))
			if out, err := cmd.CombinedOutput(); ctx.Err() != nil {
				t.Fatalf("%d steps were not over after 90 seconds: the watchdog killed them", steps)
			} else if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		})
	}
}
