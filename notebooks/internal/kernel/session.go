package kernel

import (
	"context"
	_ "embed"
	"encoding/json"
	"io"
	"os/exec"
	"strings"
	"time"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/process"
)

//go:embed run.py
var runPy string

// A session is a kernel, and the program run.py through which it gets cells.
type session struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *json.Decoder
	errors *strings.Builder
	scrub  scrubber
}

// Start starts a kernel in a folder, as JupyterLab starts it for a notebook there.
func Start(ctx context.Context, e *environment.Environment, folder string) (*session, error) {
	vars, err := e.Vars(ctx)
	if err != nil {
		return nil, err
	}
	scrub, err := newScrubber(ctx, e)
	if err != nil {
		return nil, err
	}
	s := &session{cmd: process.Command(ctx, e.Python(), "-c", environment.WithoutSystem+runPy, folder), errors: &strings.Builder{}, scrub: scrub}
	s.cmd.Env, s.cmd.Stderr = vars, s.errors
	if s.in, err = s.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	s.out = json.NewDecoder(out)
	return s, s.cmd.Start()
}

// run executes a cell and returns its outputs, and the seconds that it took.
func (s *session) run(code string) (outputs []ipynb.Output, seconds float64, err error) {
	if err := json.NewEncoder(s.in).Encode(map[string]string{"code": code}); err != nil {
		return nil, 0, s.explain(err)
	}
	var reply struct {
		Outputs []ipynb.Output
		Seconds float64
	}
	if err := s.out.Decode(&reply); err != nil {
		return nil, 0, s.explain(err)
	}
	return s.scrub.outputs(ipynb.Merge(reply.Outputs)), reply.Seconds, nil
}

// explain adds to an error what run.py said at its end.
func (s *session) explain(err error) error {
	s.close()
	return say.Errorf("the kernel's session ended: %w\n%s", "内核意外退出：%w\n%s", err, process.LastLines(s.errors.String(), 8))
}

// close ends the session and its kernel.
func (s *session) close() error {
	s.in.Close()
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(20 * time.Second):
		s.cmd.Cancel()
		return <-done
	}
}
