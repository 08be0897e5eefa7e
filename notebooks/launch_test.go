package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

var programs string // the folder of the launcher, once it is built

// program is the launcher, built once.
var program = sync.OnceValues(func() (path string, err error) {
	if programs, err = os.MkdirTemp("", "launcher"); err != nil {
		return "", err
	}
	path = filepath.Join(programs, "notebooks")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

func launcher(t *testing.T) string {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMain(m *testing.M) {
	code := m.Run()
	if programs != "" {
		os.RemoveAll(programs)
	}
	os.Exit(code)
}

// The program opens the course for those who have the token, and a signal ends it with
// all that it started.
func TestLaunch(t *testing.T) {
	testEnvironment(t)
	program := launcher(t)
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			cmd := exec.Command(program, "-no-browser", "-lang", "zh")
			cmd.Stderr = t.Output()
			out, _ := cmd.StdoutPipe()
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			defer cmd.Process.Kill()
			page := readAddress(t, bufio.NewScanner(out))
			if !strings.HasSuffix(page.Path, "/lab/tree/notebooks/zh") {
				t.Errorf("it opens %s", page)
			}
			checkToken(t, page)
			startKernel(t, page)
			family := descendants(cmd.Process.Pid)
			if len(family) < 2 {
				t.Errorf("got processes %v, want Jupyter and a kernel", family)
			}
			cmd.Process.Signal(signal)
			if err := cmd.Wait(); err != nil {
				t.Errorf("it ended with %v", err)
			}
			checkGone(t, family)
		})
	}
}

// readAddress returns the address that the program prints.
func readAddress(t *testing.T, out *bufio.Scanner) *url.URL {
	for out.Scan() {
		if line := strings.TrimSpace(out.Text()); strings.HasPrefix(line, "http://127.0.0.1:") {
			page, err := url.Parse(line)
			if err != nil {
				t.Fatal(err)
			}
			return page
		}
	}
	t.Fatal("it printed no address")
	return nil
}

func checkToken(t *testing.T, page *url.URL) {
	for token, want := range map[string]int{page.Query().Get("token"): 200, "": 403, "guess": 403} {
		reply, err := http.Get(fmt.Sprintf("http://%s/api/status?token=%s", page.Host, token))
		if err != nil {
			t.Fatal(err)
		}
		reply.Body.Close()
		if reply.StatusCode != want {
			t.Errorf("with the token %q it answers %s, want %d", token, reply.Status, want)
		}
	}
}

func startKernel(t *testing.T, page *url.URL) {
	address := fmt.Sprintf("http://%s/api/kernels?token=%s", page.Host, page.Query().Get("token"))
	reply, err := http.Post(address, "application/json", strings.NewReader(`{"name": "gonb"}`))
	if err != nil {
		t.Fatal(err)
	}
	reply.Body.Close()
	if reply.StatusCode != http.StatusCreated {
		t.Errorf("a kernel: %s", reply.Status)
	}
}

func checkGone(t *testing.T, family []process) {
	time.Sleep(200 * time.Millisecond)
	all := processes()
	for _, p := range family {
		if now, still := all[p.id]; still && now.group == p.group {
			t.Errorf("process %v is left", p)
		}
	}
}

// complain runs the program and returns its error.
func complain(t *testing.T, program string, vars []string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = vars
	var errors bytes.Buffer
	cmd.Stderr = &errors
	if err := cmd.Run(); err == nil {
		t.Errorf("%v: no error", args)
	}
	return errors.String()
}

func TestPortInUse(t *testing.T) {
	testEnvironment(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := fmt.Sprint(l.Addr().(*net.TCPAddr).Port)
	said := complain(t, launcher(t), os.Environ(), "-no-browser", "-port", port)
	if !strings.Contains(said, "port "+port+" is in use") || !strings.Contains(said, "-port") {
		t.Errorf("it says %s", said)
	}
}

// Without Go, Python or a place for the environment the program says what to do.
func TestWhatIsMissing(t *testing.T) {
	program := launcher(t)
	goOnly := t.TempDir()
	path, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, filepath.Join(goOnly, "go")); err != nil {
		t.Skip(err)
	}
	cache := "XDG_CACHE_HOME=" + t.TempDir()
	home := "HOME=" + os.Getenv("HOME")
	for name, test := range map[string]struct {
		vars []string
		want string
	}{
		"no Go":     {[]string{home, cache, "PATH="}, "install Go"},
		"no Python": {[]string{home, cache, "GOCACHE=" + t.TempDir(), "PATH=" + goOnly}, "install it"},
		"no home":   {[]string{"PATH=" + goOnly}, "set HOME"},
		"no room":   {[]string{home, "XDG_CACHE_HOME=/dev/null", "GOCACHE=" + t.TempDir(), "PATH=" + goOnly}, "XDG_CACHE_HOME"},
	} {
		if said := complain(t, program, test.vars, "-prepare"); !strings.Contains(said, test.want) {
			t.Errorf("%s: it says %s", name, said)
		}
	}
}
