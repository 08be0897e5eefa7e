package docker

import (
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

const image = "convnet:test"

// build builds the image once.
var build = sync.OnceValues(func() (string, error) {
	start := time.Now()
	out, err := command("build", "--force-rm", "--network", "host", "-f", "Dockerfile", "-t", image, "..").CombinedOutput()
	return time.Since(start).Round(time.Second).String() + "\n" + lastLines(string(out), 30), err
})

// needImage builds the image, or skips the test where no daemon answers.
func needImage(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves out the image")
	}
	if out, err := command("info").CombinedOutput(); err != nil {
		if os.Getenv("CI") != "" && os.Getenv("DOCKER_HOST") != "" {
			t.Fatalf("the daemon at $DOCKER_HOST does not answer: %s", out)
		}
		t.Skip("no Docker daemon answers")
	}
	if out, err := build(); err != nil {
		t.Fatalf("docker build: %v after %s", err, out)
	}
}

func TestImage(t *testing.T) {
	needImage(t)
	took, _ := build()
	took, _, _ = strings.Cut(took, "\n")
	var images []struct {
		Size   int64
		Config struct {
			User, StopSignal string
			Env              []string
			Labels           map[string]string
			Volumes          map[string]any
			Healthcheck      *struct{ Test []string }
		}
	}
	if err := json.Unmarshal([]byte(run(t, "image", "inspect", image)), &images); err != nil {
		t.Fatal(err)
	}
	c := images[0].Config
	t.Logf("built in %s, %.2f GB", took, float64(images[0].Size)/1e9)
	if images[0].Size > 2.5e9 {
		t.Errorf("the image has %.2f GB, want at most 2.5", float64(images[0].Size)/1e9)
	}
	if c.User != "1000:1000" || c.StopSignal != "SIGTERM" || c.Healthcheck == nil {
		t.Errorf("user %q, stop signal %q, health check %v", c.User, c.StopSignal, c.Healthcheck)
	}
	if _, ok := c.Volumes["/home/learner"]; !ok || len(c.Volumes) != 1 {
		t.Errorf("volumes %v", c.Volumes)
	}
	for _, label := range []string{"title", "description", "licenses", "version", "base.name"} {
		if c.Labels["org.opencontainers.image."+label] == "" {
			t.Errorf("there is no label %s", label)
		}
	}
	if secret := regexp.MustCompile(`(?i)token|password|secret`).FindString(strings.Join(c.Env, " ")); secret != "" {
		t.Errorf("the environment has a %s", secret)
	}
}

// The course is root's and cannot be changed; only the home and Go's cache are the learner's.
func TestOwners(t *testing.T) {
	needImage(t)
	found := run(t, "run", "--rm", "--network", "none", image, "bash", "-c",
		"find /course /opt /go /etc /usr -path /opt/go-build -prune -o -writable ! -type l -print 2>/dev/null || true")
	if found = strings.TrimSpace(found); found != "" {
		t.Errorf("the learner may change\n%s", lastLines(found, 10))
	}
}

// values.yaml is YAML, and has its settings where the chart looks for them.
func TestValues(t *testing.T) {
	needImage(t)
	cmd := command("run", "--rm", "-i", "--network", "none", image, "python", "-c",
		"import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))")
	cmd.Stdin = strings.NewReader(read(t, "values.yaml"))
	out, err := cmd.Output()
	var v struct {
		Hub        struct{ Config map[string]map[string]any }
		Singleuser struct {
			Cmd     string
			UID     int
			FsGid   int
			Storage struct {
				HomeMountPath     string
				ExtraVolumes      []struct{ Name string }
				ExtraVolumeMounts []struct {
					Name     string
					ReadOnly bool
				}
			}
			Memory, CPU struct{ Guarantee, Limit any }
		}
	}
	if err := errors.Join(err, json.Unmarshal(out, &v)); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	s := v.Singleuser
	if s.Cmd == "" || s.UID != 1000 || s.FsGid != 1000 || s.Memory.Limit != "2G" || s.CPU.Guarantee != 0.25 || s.Storage.HomeMountPath == "" {
		t.Errorf("got %+v", s)
	}
	if len(s.Storage.ExtraVolumes) != 1 || len(s.Storage.ExtraVolumeMounts) != 1 || !s.Storage.ExtraVolumeMounts[0].ReadOnly {
		t.Errorf("got %+v", s.Storage)
	}
	if users := v.Hub.Config["Authenticator"]; users["allow_all"] != false || v.Hub.Config["SharedPasswordAuthenticator"]["user_password"] != nil {
		t.Errorf("the hub is open: %v", v.Hub.Config)
	}
}

// A failed download of XLA stops the build, and says why.
func TestXLAFails(t *testing.T) {
	needImage(t)
	out, err := command("build", "--force-rm", "--network", "none", "--build-arg", "XLA=cpu", "-f", "Dockerfile", "..").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "cpu was not installed") {
		t.Errorf("%v\n%s", err, lastLines(string(out), 20))
	}
}
