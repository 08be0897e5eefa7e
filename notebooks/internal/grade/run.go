package grade

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/process"
)

//go:embed grade.py
var gradePy string

// run runs all cells of a notebook, in a copy, and returns what each printed. If it had to be
// stopped, the remark says why.
func run(ctx context.Context, e *environment.Environment, n *ipynb.Notebook, limits Limits) (texts []string, remark string) {
	folder, path, err := copyOf(n)
	if folder != "" {
		defer os.RemoveAll(folder)
	}
	if err != nil {
		return nil, err.Error()
	}
	vars, err := e.Vars(ctx)
	if err != nil {
		return nil, err.Error()
	}
	limited, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	after := time.AfterFunc(limits.Time, func() { stop(tooLong(limits.Time)) })
	defer after.Stop()
	cmd := process.Command(limited, e.Python(), "-c", environment.WithoutSystem+gradePy, path, strconv.Itoa(limits.Output))
	cmd.Env = process.With(vars, "TMPDIR="+filepath.Join(folder, "tmp"), "COURSE_LANG=en")
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, err.Error()
	}
	go watch(limited, cmd.Process.Pid, limits.Memory, stop)
	lines := json.NewDecoder(out)
	for {
		var cell struct{ Text, Stopped string }
		if lines.Decode(&cell) != nil {
			break // at its end
		}
		texts = append(texts, cell.Text)
		if cell.Stopped != "" {
			remark = say.Text("stopped: ", "被停止：") + cell.Stopped
		}
	}
	err = cmd.Wait()
	if cause := context.Cause(limited); cause != nil && !errors.Is(cause, context.Canceled) {
		return texts, cause.Error()
	}
	if err != nil && remark == "" {
		remark = fmt.Sprintf("%v: %s", err, process.LastLines(complaint.String(), 3))
	}
	return texts, remark
}

func tooLong(limit time.Duration) error {
	return say.Errorf("stopped: it ran for more than %v", "被停止：运行超过 %v", limit)
}

// watch stops a family of programs that takes more memory than it may.
func watch(ctx context.Context, pid int, most int64, stop context.CancelCauseFunc) {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if held := process.Resident(append(process.Descendants(pid), process.Process{ID: pid})); held > most {
				stop(say.Errorf("stopped: it took more than %d MB of memory", "被停止：占用内存超过 %d MB", most>>20))
				return
			}
		}
	}
}
