package jupyter

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/process"
)

// A Server is a running JupyterLab.
type Server struct {
	Cmd    *exec.Cmd
	port   int
	prefix string
	Token  string
	log    string
	ended  chan struct{} // closed when it has ended
	cancel context.CancelFunc
}

// URL is the address of a page of JupyterLab, with the token that opens it.
func (s *Server) URL(page string) string {
	return fmt.Sprintf("http://127.0.0.1:%d/%s%s?token=%s", s.port, s.prefix, page, s.Token)
}

// A Site says how JupyterLab is to be started.
type Site struct {
	Folder string   // what it shows
	Lang   string   // of its menus
	port   int      // 0: the first free one from 8888
	static string   // a folder that it serves under static/, too
	Prefix string   // of all its addresses, such as user/ada/: a hub gives one
	Args   []string // more of Jupyter's arguments
}

// Serve starts JupyterLab and returns when it answers.
func Serve(ctx context.Context, e *environment.Environment, page Site) (*Server, error) {
	if page.port != 0 {
		if err := listen(page.port); err != nil {
			return nil, err
		}
		return serveOn(ctx, e, page)
	}
	for page.port = 8888; page.port < 8988; page.port++ {
		if listen(page.port) != nil {
			continue
		}
		s, err := serveOn(ctx, e, page)
		if err != nil && ctx.Err() == nil && listen(page.port) != nil {
			continue // another program was faster
		}
		return s, err
	}
	return nil, say.Errorf("no port from 8888 to 8987 can be used: %w", "8888 到 8987 的端口都用不了：%w", listen(8888))
}

// listen tries whether the port can be had, and says why not.
func listen(port int) error {
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return refused(port, err)
	}
	return l.Close()
}

// refused says in words why a port cannot be had, and what to do.
func refused(port int, err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		err = say.Errorf("port %d is in use", "端口 %d 已被占用", port)
	case errors.Is(err, syscall.EACCES):
		err = say.Errorf("port %d may not be opened by you: the system keeps ports below 1024 to itself", "你无权使用端口 %d：1024 以下的端口归系统所有", port)
	}
	return say.Errorf("%w.\nNext: choose another with -port, or leave -port out and the first free one from 8888 is taken",
		"%w。\n怎么办：用 -port 换一个；不写 -port 就用从 8888 起第一个空闲的", err)
}

func serveOn(ctx context.Context, e *environment.Environment, page Site) (*Server, error) {
	vars, err := e.Vars(ctx)
	if err != nil {
		return nil, err
	}
	page.static = e.Live()
	log, err := logFile(e, page.port)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	s := &Server{port: page.port, prefix: page.Prefix, Token: rand.Text(), log: log.Name(), ended: make(chan struct{})}
	ctx, s.cancel = context.WithCancel(ctx)
	s.Cmd = process.Command(ctx, e.Python(), page.arguments()...)
	s.Cmd.Env = process.With(vars, "JUPYTER_TOKEN="+s.Token, // not an argument: others could read it
		"JUPYTERLAB_SETTINGS_DIR="+e.Jupyter("settings-"+page.Lang))
	s.Cmd.Stdout, s.Cmd.Stderr = log, log
	if err := chooseLanguage(e, page.Lang); err != nil {
		return nil, err
	}
	if err := s.Cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.Cmd.Wait(); close(s.ended) }()
	return s, s.await(ctx)
}

// logFile is where JupyterLab writes what the reader need not see.
func logFile(e *environment.Environment, port int) (*os.File, error) {
	if err := os.MkdirAll(e.Jupyter("log"), 0o700); err != nil {
		return nil, err
	}
	name := filepath.Join(e.Jupyter("log"), fmt.Sprintf("%d.log", port))
	return os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
}

func (page Site) arguments() []string {
	const lab = environment.WithoutSystem + "from jupyterlab.labapp import main; main()"
	return append([]string{"-c", lab, "--no-browser", "--allow-root",
		"--ServerApp.extra_static_paths=" + page.static,
		"--ServerApp.base_url=/" + page.Prefix,
		"--ServerApp.ip=127.0.0.1",
		fmt.Sprintf("--ServerApp.port=%d", page.port),
		"--ServerApp.port_retries=0",
		"--ServerApp.root_dir=" + page.Folder,
		"--KernelSpecManager.ensure_native_kernel=False",
		"--KernelSpecManager.allowed_kernelspecs=" + ipynb.Kernel.Name,
		"--LabApp.extension_manager=readonly",
	}, page.Args...)
}
