package endtoend

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"convnet.example/notebooks/internal/prepared"
	"convnet.example/notebooks/internal/process"
)

var programs string // the folder of the launcher, once it is built

// program is the launcher, built once.
var program = sync.OnceValues(func() (path string, err error) {
	if programs, err = os.MkdirTemp("", "launcher"); err != nil {
		return "", err
	}
	path = filepath.Join(programs, "notebooks")
	if out, err := exec.Command("go", "build", "-o", path, "convnet.example/notebooks").CombinedOutput(); err != nil {
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
	prepared.Environment(t)
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGKILL} {
		if signal == syscall.SIGKILL && runtime.GOOS != "linux" {
			continue // see endWithParent
		}
		t.Run(signal.String(), func(t *testing.T) {
			cmd, page := openCourse(t, "-lang", "zh")
			if !strings.HasSuffix(page.Path, "/lab/tree/notebooks/zh/00-start.ipynb") {
				t.Errorf("it opens %s", page)
			}
			checkToken(t, page)
			startKernel(t, page)
			family := process.Descendants(cmd.Process.Pid)
			if len(family) < 2 {
				t.Errorf("got processes %v, want Jupyter and a kernel", family)
			}
			cmd.Process.Signal(signal)
			time.Sleep(10 * time.Millisecond)
			cmd.Process.Signal(signal) // Jupyter's users press Ctrl-C twice
			patience := 200 * time.Millisecond
			if err := cmd.Wait(); signal == syscall.SIGKILL {
				checkGone(t, family[:1], 10*time.Second) // Jupyter ends by itself
				patience = time.Minute                   // and gopls: see wrapper
			} else if err != nil {
				t.Errorf("it ended with %v", err)
			}
			checkGone(t, family, patience)
		})
	}
}

// openCourse starts the program and waits for the address that it prints. The test ends it.
func openCourse(t *testing.T, args ...string) (*exec.Cmd, *url.URL) {
	cmd := exec.Command(launcher(t), append([]string{"-no-browser"}, args...)...)
	cmd.Stderr = t.Output()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd, readAddress(t, bufio.NewScanner(out))
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

// startKernel returns the new kernel's name.
func startKernel(t *testing.T, page *url.URL) string {
	address := fmt.Sprintf("http://%s/api/kernels?token=%s", page.Host, page.Query().Get("token"))
	reply, err := http.Post(address, "application/json", strings.NewReader(`{"name": "gonb"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer reply.Body.Close()
	var kernel struct{ ID string }
	if err := json.NewDecoder(reply.Body).Decode(&kernel); reply.StatusCode != http.StatusCreated || err != nil {
		t.Errorf("a kernel: %s, %v", reply.Status, err)
	}
	return kernel.ID
}

// checkGone waits until the processes have ended, or for so long.
func checkGone(t *testing.T, family []process.Process, patience time.Duration) {
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		var left []process.Process
		all := process.Processes()
		for _, p := range family {
			if now, still := all[p.ID]; still && now.Group == p.Group {
				left = append(left, p)
			}
		}
		if left == nil {
			return
		}
		if time.Now().After(end) {
			t.Errorf("processes %v are left", left)
			return
		}
	}
}
