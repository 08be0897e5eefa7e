package lesson

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/ml/model"
	"github.com/janpfeifer/must"
)

// branches is a network with four convolutions side by side, as in GoogLeNet: each is a large
// product, and the backend may compute them at once.
func branches(scope *model.Scope, x *graph.Node) (layers []Layer) {
	var ends []*graph.Node
	for i := range 4 {
		branch := NewSequential(scope, x).Conv2D(fmt.Sprint("conv", i), 5, conv.Window{Kernel: 5}).
			MaxPool2D(fmt.Sprint("pool", i), conv.Window{Kernel: 4}).ReLU(fmt.Sprint("relu", i))
		layers, ends = append(layers, branch.Layers...), append(ends, last(branch.Layers))
	}
	return append(layers, NewSequential(scope, graph.Concatenate(ends, 1)).Flatten("flatten").Linear("fc", 10).Layers...)
}

// TestNoHang trains in processes with few cores, where the pure-Go backend can stop
// for ever in its default setting, and kills a process that does.
// $HANG_STEPS says how many steps each makes:
//
//	HANG_STEPS=4000 GOEXPERIMENT=simd go test ./lesson -run TestNoHang -v -timeout 2h
func TestNoHang(t *testing.T) {
	const child = "LESSON_HANG_CHILD"
	steps := 100
	if many := os.Getenv("HANG_STEPS"); many != "" {
		steps = must.M1(strconv.Atoi(many))
	}
	patience := max(90*time.Second, time.Duration(steps)*100*time.Millisecond)
	if os.Getenv(child) != "" {
		must.M(UseBackend("go"))
		c := must.M1(NewClassifier(branches, 1))
		epoch(t, must.M1(NewTrainer(c, digits.Draw(1, 64*steps), Config{})))
		return
	}
	if b := testBackend(t).String(); b != "go" {
		t.Skip("it trains in pure Go alone, and here is ", b)
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
