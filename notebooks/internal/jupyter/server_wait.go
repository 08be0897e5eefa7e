package jupyter

import (
	"context"
	"net/http"
	"os"
	"time"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/process"
)

// await returns when the server answers.
func (s *Server) await(ctx context.Context) error {
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
			return say.Errorf("JupyterLab ended at once:\n%s\nThe whole log: %s", "JupyterLab 一启动就退出了：\n%s\n完整日志：%s", process.LastLines(string(text), 8), s.log)
		case <-late:
			s.Stop()
			return say.Errorf("JupyterLab does not answer after two minutes; its log: %s", "JupyterLab 两分钟没有响应；日志：%s", s.log)
		case <-tick.C:
			if s.answers() {
				return nil
			}
		}
	}
}

func (s *Server) answers() bool {
	reply, err := http.Get(s.URL("api/status"))
	if err != nil {
		return false
	}
	reply.Body.Close()
	return reply.StatusCode == http.StatusOK
}

// Stop ends the server, its kernels and what their cells run.
func (s *Server) Stop() {
	s.cancel()
	<-s.ended
}
