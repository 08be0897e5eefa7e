package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"
)

// await returns when the server answers.
func (s *server) await(ctx context.Context) error {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	late := time.After(2 * time.Minute)
	for {
		select {
		case <-ctx.Done():
			<-s.ended
			return ctx.Err()
		case <-s.ended:
			text, _ := os.ReadFile(s.log)
			return fmt.Errorf("JupyterLab ended at once:\n%s\nThe whole log: %s", lastLines(string(text), 8), s.log)
		case <-late:
			s.stop()
			return fmt.Errorf("JupyterLab does not answer after two minutes; its log: %s", s.log)
		case <-tick.C:
			if s.answers() {
				return nil
			}
		}
	}
}

func (s *server) answers() bool {
	reply, err := http.Get(s.url("api/status"))
	if err != nil {
		return false
	}
	reply.Body.Close()
	return reply.StatusCode == http.StatusOK
}

// stop ends the server, its kernels and what their cells run.
func (s *server) stop() {
	s.cancel()
	<-s.ended
}
