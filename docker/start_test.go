package docker

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

var address = regexp.MustCompile(`http://\S+`)

// A container prints one address, which opens the lessons for those who have the token,
// and stops when it is told to.
func TestStart(t *testing.T) {
	needImage(t)
	for name, test := range map[string]struct {
		args []string
		page string
	}{
		"plain":     {nil, "/lab/tree/en"},
		"Chinese":   {[]string{"-e", "COURSE_LANG=zh"}, "/lab/tree/zh"},
		"read-only": {[]string{"--read-only", "--tmpfs", "/tmp", "-v", volume(t) + ":/home/learner"}, "/lab/tree/en"},
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			args := append(test.args, "--network", "host", "-e", "JUPYTER_PORT="+freePort(t), image)
			c := start(t, args...)
			c.await("?token=", 2*time.Minute)
			t.Logf("the address after %.1f s", time.Since(began).Seconds())
			printed := address.FindAllString(c.logs(), -1)
			if len(printed) != 1 {
				t.Fatalf("it prints\n%s", c.logs())
			}
			page, err := url.Parse(printed[0])
			if err != nil {
				t.Fatal(err)
			}
			if page.Path != test.page {
				t.Errorf("it opens %s, want %s", page, test.page)
			}
			checkToken(t, page)
			checkLiveProgram(t, page)
			run(t, "exec", c.id, "/opt/env/venv/bin/python", "/course/docker/healthcheck.py")
			began = time.Now()
			run(t, "stop", "--time", "30", c.id)
			code := strings.TrimSpace(run(t, "inspect", "-f", "{{.State.ExitCode}}", c.id))
			if code != "0" || time.Since(began) > 25*time.Second {
				t.Errorf("it stops with exit status %s, after %v", code, time.Since(began))
			}
		})
	}
}

// checkToken sees that the page is there with the token, and nothing is without it; and
// that the server's first page is the same one.
func checkToken(t *testing.T, page *url.URL) {
	token := page.Query().Get("token")
	if len(token) < 32 {
		t.Errorf("the token is %q", token)
	}
	for path, want := range map[string]int{
		page.Path + "?token=" + token:  200,
		"/api/contents?token=" + token: 200,
		"/api/contents":                403,
		"/api/contents?token=guess":    403,
	} {
		reply, err := http.Get("http://" + page.Host + path)
		if err != nil {
			t.Fatal(err)
		}
		reply.Body.Close()
		if reply.StatusCode != want {
			t.Errorf("%s: %s, want %d", path, reply.Status, want)
		}
	}
	reply, err := http.Get("http://" + page.Host + "/?token=" + token)
	if err != nil {
		t.Fatal(err)
	}
	reply.Body.Close()
	if reply.Request.URL.Path != page.Path {
		t.Errorf("the first page is %s, want %s", reply.Request.URL.Path, page.Path)
	}
}

// checkLiveProgram sees that the server has the live figures' program.
func checkLiveProgram(t *testing.T, page *url.URL) {
	program := page.ResolveReference(&url.URL{Path: "/static/convnet-live.js", RawQuery: page.RawQuery})
	reply, err := http.Get(program.String())
	if err != nil {
		t.Error(err)
		return
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK || reply.ContentLength < 1e6 {
		t.Errorf("%s: %s, %d bytes", program.Path, reply.Status, reply.ContentLength)
	}
}
