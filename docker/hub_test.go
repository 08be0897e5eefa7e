package docker

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// class returns the names of the learners: $LEARNERS of them, or six.
func class(t *testing.T) (names []string) {
	n := 6
	if text := os.Getenv("LEARNERS"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil || n < 1 {
			t.Fatalf("LEARNERS is %q: set it to a number of learners", text)
		}
	}
	for i := range n {
		names = append(names, fmt.Sprintf("learner%d", i+1))
	}
	return names
}

const classPassword = "for the test alone"

// Six learners at once run notebook 02 on a real hub with the shipped configuration.
func TestHub(t *testing.T) {
	needImage(t)
	folder, class := t.TempDir(), class(t)
	bin := hubPrograms(t, folder)
	url := "http://127.0.0.1:" + freePort(t)
	vars := append(os.Environ(),
		"PATH="+bin+":"+filepath.Join(folder, "node_modules", ".bin")+":"+os.Getenv("PATH"),
		"HUB_URL="+url, "HUB_IP=127.0.0.1", "HUB_USERS="+strings.Join(class, " "), "HUB_PASSWORD="+classPassword,
		"HUB_CONFIG="+absolute(t, "jupyterhub_config.py"), "COURSE_IMAGE="+image)
	startHub(t, folder, filepath.Join(bin, "jupyterhub"), url, class, vars)

	args := append([]string{absolute(t, "testdata/class.py"), url, "en/02-convolution.ipynb"}, class...)
	cmd := exec.Command(filepath.Join(bin, "python"), args...)
	cmd.Env = vars
	out, err := cmd.Output()
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(folder, "log"))
		t.Fatalf("%v\n%s\nthe hub's log:\n%s", err, err.(*exec.ExitError).Stderr, lastLines(string(log), 40))
	}
	var told struct {
		Learners []struct {
			Name    string
			Spawned float64
			Seconds []float64
			Peak    float64
			Errors  []string
		}
		Peak, Idle float64
	}
	if err := json.Unmarshal(out, &told); err != nil {
		t.Fatal(err)
	}
	t.Logf("all together at most %.1f GB, and %.1f GB with all cells done", told.Peak/1e9, told.Idle/1e9)
	for _, l := range told.Learners {
		t.Logf("%-5s server after %4.1f s, go.work %4.1f s, first cell %4.1f s, slowest %4.1f s, at most %4.0f MB",
			l.Name, l.Spawned, l.Seconds[0], l.Seconds[1], slices.Max(l.Seconds), l.Peak/1e6)
		t.Logf("%.0f", l.Seconds)
		if len(l.Errors) > 0 || len(l.Seconds) < 15 || l.Peak < 50e6 {
			t.Errorf("%s: %d cells, %s", l.Name, len(l.Seconds), l.Errors)
		}
	}
}

// The shipped configuration starts nothing that is open to all.
func TestHubNeedsPasswordAndNames(t *testing.T) {
	needImage(t)
	bin := hubPrograms(t, t.TempDir())
	for _, vars := range [][]string{{}, {"HUB_USERS=ada"}, {"HUB_USERS=ada", "HUB_PASSWORD=short"}, {"HUB_USERS= ", "HUB_PASSWORD=" + classPassword}} {
		cmd := exec.Command(filepath.Join(bin, "jupyterhub"), "-f", absolute(t, "jupyterhub_config.py"))
		cmd.Dir, cmd.Env = t.TempDir(), append([]string{"PATH=" + bin + ":" + os.Getenv("PATH")}, vars...)
		out, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(out), "jupyterhub_config.py: set HUB_") {
			t.Errorf("with %v: %v\n%s", vars, err, lastLines(string(out), 5))
		}
	}
}

// hubPrograms installs the hub and its proxy, and returns the folder of Python's programs.
func hubPrograms(t *testing.T, folder string) string {
	venv := filepath.Join(folder, "venv")
	pip := filepath.Join(venv, "bin", "pip")
	for _, args := range [][]string{
		{"python3", "-m", "venv", venv},
		{pip, "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", "hub.txt"},
		{"npm", "install", "--silent", "--prefix", folder, "configurable-http-proxy@" + find(t, "jupyterhub_config.py", `configurable-http-proxy@([\d.]+)`)},
	} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Skipf("%s: %v\n%s", strings.Join(args[:2], " "), err, lastLines(string(out), 3))
		}
	}
	return filepath.Join(venv, "bin")
}

func absolute(t *testing.T, path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return full
}

// startHub starts the hub and waits until it answers. At the end it goes with its servers
// and the learners' volumes.
func startHub(t *testing.T, folder, program, url string, class, vars []string) {
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	hub := exec.Command(program, "-f", absolute(t, "testdata/hub_host.py"))
	hub.Dir, hub.Env, hub.Stdout, hub.Stderr = folder, vars, log, log
	if err := hub.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		hub.Process.Signal(syscall.SIGTERM)
		hub.Wait()
		for _, name := range class {
			command("rm", "-f", "-v", "jupyter-"+name).Run()
			command("volume", "rm", "-f", "jupyter-"+name).Run()
		}
	})
	for range 600 {
		if reply, err := http.Get(url + "/hub/health"); err == nil {
			reply.Body.Close()
			if host, _, _ := net.SplitHostPort(reply.Request.URL.Host); reply.StatusCode == 200 && host == "127.0.0.1" {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	text, _ := os.ReadFile(log.Name())
	t.Fatalf("the hub does not answer:\n%s", lastLines(string(text), 20))
}
