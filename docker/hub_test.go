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

// Six learners at once, or $LEARNERS, run notebook 02 on a real hub with the shipped
// configuration; with $MNIST_DIR's digits if it is set. $CLASS_CGROUP is a control group for
// their containers, which may limit the memory of all together.
func TestHub(t *testing.T) {
	needImage(t)
	h := startHub(t, class(t))
	out := h.python("class.py", append([]string{h.url, "en/02-convolution.ipynb"}, h.class...)...)
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

// A server that nobody uses is stopped, and its learner finds all that was saved.
func TestCulled(t *testing.T) {
	t.Parallel() // it mostly waits
	needImage(t)
	h := startHub(t, []string{"learner1"}, "CULL_AFTER=30")
	var found struct{ Failed, Words, File string }
	if err := json.Unmarshal(h.python("culled.py", h.url, "learner1"), &found); err != nil {
		t.Fatal(err)
	}
	if found.Failed != "" || found.Words != "my own words" || found.File != "weights" {
		t.Errorf("the learner finds %+v", found)
	}
}

// Servers start in turns, two for each processor, and as soon as one is up another starts.
func TestServersStartInTurns(t *testing.T) {
	bin := hubPrograms(t)
	cmd := exec.Command(filepath.Join(bin, "python"), absolute(t, "testdata/turns.py"), absolute(t, "jupyterhub_config.py"), "1000")
	cmd.Dir, cmd.Env = t.TempDir(), append(os.Environ(), "HUB_USERS=ada", "HUB_PASSWORD="+classPassword)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, err.(*exec.ExitError).Stderr)
	}
	var told [4]int
	if err := json.Unmarshal(out, &told); err != nil {
		t.Fatal(err)
	}
	if n := 2 * told[3]; told != [4]int{n, n + 2, 1000, n / 2} {
		t.Errorf("of 1000 servers start at first, after two are up, and at last, with so many processors: %v", told)
	}
}

// The shipped configuration starts nothing that is open to all.
func TestHubNeedsPasswordAndNames(t *testing.T) {
	needImage(t)
	bin := hubPrograms(t)
	for _, vars := range [][]string{{}, {"HUB_USERS=ada"}, {"HUB_USERS=ada", "HUB_PASSWORD=short"}, {"HUB_USERS= ", "HUB_PASSWORD=" + classPassword}} {
		cmd := exec.Command(filepath.Join(bin, "jupyterhub"), "-f", absolute(t, "jupyterhub_config.py"))
		cmd.Dir, cmd.Env = t.TempDir(), append([]string{"PATH=" + bin + ":" + os.Getenv("PATH")}, vars...)
		out, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(out), "jupyterhub_config.py: set HUB_") {
			t.Errorf("with %v: %v\n%s", vars, err, lastLines(string(out), 5))
		}
	}
}

func absolute(t *testing.T, path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return full
}

// A hub is one that the test has started, with its class.
type hub struct {
	t        *testing.T
	folder   string // its own, with the log
	bin, url string
	vars     []string
	class    []string
}

// startHub starts a hub and waits until it answers. At the end it goes with its servers
// and the learners' volumes.
func startHub(t *testing.T, class []string, vars ...string) *hub {
	t.Helper()
	h := &hub{t: t, folder: t.TempDir(), bin: hubPrograms(t), url: "http://127.0.0.1:" + freePort(t), class: class}
	h.vars = append(append(os.Environ(),
		"PATH="+h.bin+":"+os.Getenv("PATH"),
		"HUB_URL="+h.url, "HUB_IP=127.0.0.1", "HUB_USERS="+strings.Join(class, " "), "HUB_PASSWORD="+classPassword,
		"HUB_CONFIG="+absolute(t, "jupyterhub_config.py"), "COURSE_IMAGE="+image, "PYTHONDONTWRITEBYTECODE=1"), vars...)
	log, err := os.Create(filepath.Join(h.folder, "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	program := exec.Command(filepath.Join(h.bin, "jupyterhub"), "-f", absolute(t, "testdata/hub_host.py"))
	program.Dir, program.Env, program.Stdout, program.Stderr = h.folder, h.vars, log, log
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		program.Process.Signal(syscall.SIGTERM)
		program.Wait()
		for _, name := range class {
			command("rm", "-f", "-v", "jupyter-"+name).Run()
			command("volume", "rm", "-f", "jupyter-"+name).Run()
		}
	})
	for range 600 {
		if reply, err := http.Get(h.url + "/hub/health"); err == nil {
			reply.Body.Close()
			if host, _, _ := net.SplitHostPort(reply.Request.URL.Host); reply.StatusCode == 200 && host == "127.0.0.1" {
				return h
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("the hub does not answer:\n%s", h.log(20))
	return nil
}

// log returns the last lines of what the hub has printed.
func (h *hub) log(n int) string {
	text, _ := os.ReadFile(filepath.Join(h.folder, "log"))
	return lastLines(string(text), n)
}

// python runs a program of testdata in front of the hub, and returns what it prints.
func (h *hub) python(program string, args ...string) []byte {
	h.t.Helper()
	cmd := exec.Command(filepath.Join(h.bin, "python"), append([]string{absolute(h.t, "testdata/"+program)}, args...)...)
	cmd.Env = h.vars
	out, err := cmd.Output()
	if err != nil {
		h.t.Fatalf("%v\n%s\nthe hub's log:\n%s", err, err.(*exec.ExitError).Stderr, h.log(40))
	}
	return out
}
