package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
)

// A server is a running JupyterLab.
type server struct {
	cmd    *exec.Cmd
	port   int
	token  string
	log    string
	ended  chan struct{} // closed when it has ended
	cancel context.CancelFunc
}

// url is the address of a page of JupyterLab, with the token that opens it.
func (s *server) url(page string) string {
	return fmt.Sprintf("http://127.0.0.1:%d/%s?token=%s", s.port, page, s.token)
}

// A site says how JupyterLab is to be started.
type site struct {
	folder string   // what it shows
	lang   string   // of its menus
	port   int      // 0: the first free one from 8888
	args   []string // more of Jupyter's arguments
}

// serve starts JupyterLab and returns when it answers.
func (e *environment) serve(ctx context.Context, page site) (*server, error) {
	if page.port != 0 {
		if !free(page.port) {
			return nil, fmt.Errorf("port %d is in use.\nNext: choose another with -port, or leave -port out and the first free one is taken", page.port)
		}
		return e.serveOn(ctx, page)
	}
	for page.port = 8888; page.port < 8988; page.port++ {
		if !free(page.port) {
			continue
		}
		s, err := e.serveOn(ctx, page)
		if err != nil && ctx.Err() == nil && !free(page.port) {
			continue // another program was faster
		}
		return s, err
	}
	return nil, errors.New("all ports from 8888 to 8987 are in use: choose another with -port")
}

// free tells whether nobody listens on the port.
func free(port int) bool {
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err == nil {
		l.Close()
	}
	return err == nil
}

func (e *environment) serveOn(ctx context.Context, page site) (*server, error) {
	vars, err := e.vars(ctx)
	if err != nil {
		return nil, err
	}
	log, err := e.logFile(page.port)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	s := &server{port: page.port, token: rand.Text(), log: log.Name(), ended: make(chan struct{})}
	ctx, s.cancel = context.WithCancel(ctx)
	s.cmd = command(ctx, e.python(), page.arguments()...)
	s.cmd.Env = set(vars, "JUPYTER_TOKEN="+s.token, // not an argument: others could read it
		"JUPYTERLAB_SETTINGS_DIR="+e.jupyter("settings-"+page.lang))
	s.cmd.Stdout, s.cmd.Stderr = log, log
	if err := e.chooseLanguage(page.lang); err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.cmd.Wait(); close(s.ended) }()
	return s, s.await(ctx)
}

// logFile is where JupyterLab writes what the reader need not see.
func (e *environment) logFile(port int) (*os.File, error) {
	if err := os.MkdirAll(e.jupyter("log"), 0o700); err != nil {
		return nil, err
	}
	name := filepath.Join(e.jupyter("log"), fmt.Sprintf("%d.log", port))
	return os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
}

func (page site) arguments() []string {
	return append([]string{"-m", "jupyterlab", "--no-browser", "--allow-root",
		"--ServerApp.ip=127.0.0.1",
		fmt.Sprintf("--ServerApp.port=%d", page.port),
		"--ServerApp.port_retries=0",
		"--ServerApp.root_dir=" + page.folder,
		"--KernelSpecManager.ensure_native_kernel=False",
		"--KernelSpecManager.allowed_kernelspecs=" + kernelName.Name,
		"--LabApp.extension_manager=readonly",
	}, page.args...)
}
