package lesson

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

// TestNoHang trains in processes with few cores, where the pure-Go backend can stop
// for ever in its default setting, and kills a process that does. The network is computed as it
// is written: by hand it needs no backend. $HANG_STEPS says how many steps each makes:
//
//	HANG_STEPS=4000 GOEXPERIMENT=simd go test ./lesson -run TestNoHang -v -timeout 2h
func TestNoHang(t *testing.T) {
	const child = "LESSON_HANG_CHILD"
	steps := 150
	if many := os.Getenv("HANG_STEPS"); many != "" {
		steps = must.M1(strconv.Atoi(many))
	}
	patience := max(90*time.Second, time.Duration(steps)*100*time.Millisecond)
	if os.Getenv(child) != "" {
		must.M(UseBackend("go"))
		c := must.M1(NewClassifier(written, 1))
		epoch(t, must.M1(NewTrainer(c, digits.Draw(1, 64*steps), Config{})))
		return
	}
	for _, cores := range []int{1, 2, 3, 4, 5, 6, 7, 8} {
		t.Run(fmt.Sprint("GOMAXPROCS=", cores), func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestNoHang$", "-test.count=1")
			cmd.Env = append(os.Environ(), child+"=1", fmt.Sprint("GOMAXPROCS=", cores))
			if out, err := cmd.CombinedOutput(); ctx.Err() != nil {
				t.Fatalf("%d steps were not over after %v: the watchdog killed them", steps, patience)
			} else if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		})
	}
}
