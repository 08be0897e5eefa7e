package docker

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// find returns what the expression's group finds in a file.
func find(t *testing.T, path, expression string) string {
	t.Helper()
	m := regexp.MustCompile("(?m)" + expression).FindStringSubmatch(read(t, path))
	if m == nil {
		t.Fatalf("%s has no %s", path, expression)
	}
	return m[1]
}

// The image's Go is new enough for the module.
func TestGoVersion(t *testing.T) {
	has, needs := find(t, "Dockerfile", `^FROM golang:([\d.]+)-`), find(t, "../go.mod", `^go ([\d.]+)$`)
	for i, part := range strings.Split(needs, ".") {
		a, _ := strconv.Atoi(strings.Split(has+".0.0", ".")[i])
		b, _ := strconv.Atoi(part)
		if a < b {
			t.Errorf("the image has Go %s, and go.mod needs %s", has, needs)
		}
		if a != b {
			break
		}
	}
	if label := find(t, "Dockerfile", `base.name="docker.io/library/golang:([\d.]+)-bookworm"`); label != has {
		t.Errorf("the label says Go %s, and FROM %s", label, has)
	}
}

// The image makes JupyterLab and the kernel before it has all of the course: what the
// launcher imports is there by then.
func TestLauncherIsWhole(t *testing.T) {
	before, _, _ := strings.Cut(read(t, "Dockerfile"), "go run ./notebooks -prepare")
	out, err := exec.Command("go", "list", "-deps", "../notebooks").Output()
	if err != nil {
		t.Fatal(err)
	}
	for room := range strings.FieldsSeq(string(out)) {
		folder, ours := strings.CutPrefix(room, "convnet.example/")
		if ours && folder != "notebooks" && !strings.HasPrefix(folder, "notebooks/internal/") && !strings.Contains(before, "\nCOPY "+folder+" ") {
			t.Errorf("the launcher imports %s, and the Dockerfile copies it too late", room)
		}
	}
}

var pin = regexp.MustCompile(`(?m)^([a-z0-9-]+)==([^\s;]+)`)

func pins(t *testing.T, path string) map[string]string {
	all := map[string]string{}
	for _, m := range pin.FindAllStringSubmatch(read(t, path), -1) {
		all[m[1]] = m[2]
	}
	return all
}

// The three lists of Python's packages have the same versions, and the image's two have
// nothing twice.
func TestRequirements(t *testing.T) {
	lab, single, hub := pins(t, "../notebooks/internal/environment/requirements.txt"), pins(t, "requirements.txt"), pins(t, "hub.txt")
	for name, version := range single {
		if lab[name] != "" {
			t.Errorf("%s is in notebooks/internal/environment/requirements.txt too", name)
		}
		if hub[name] != version {
			t.Errorf("%s: the hub has %q, and the image %q", name, hub[name], version)
		}
	}
	for name, version := range hub {
		if lab[name] != "" && lab[name] != version {
			t.Errorf("%s: the hub has %q, and the image %q", name, version, lab[name])
		}
	}
	for _, path := range []string{"requirements.txt", "hub.txt"} {
		for block := range strings.SplitSeq(read(t, path), "\n") {
			if pin.MatchString(block) && !strings.HasSuffix(block, "\\") {
				t.Errorf("%s: no digest after %s", path, block)
			}
		}
	}
	if chart := find(t, "values.yaml", `has: (\d+)\):$`); !strings.HasPrefix(single["jupyterhub"], chart+".") {
		t.Errorf("the image has jupyterhub %s, and values.yaml is for %s", single["jupyterhub"], chart)
	}
}

// The two ways to serve a class agree with each other and with the image.
func TestClassesAgree(t *testing.T) {
	for what, patterns := range map[string][2]string{
		"home":   {`homeMountPath: (\S+)`, `"jupyter-\{username\}": "(\S+)"`},
		"cmd":    {`cmd: (\S+)`, `cmd = "(\S+)"`},
		"MNIST":  {`MNIST_DIR: (\S+)`, `"bind": "(\S+?)"`},
		"limit":  {`limit: (\d+)G`, `mem_limit = "(\d+)G"`},
		"memory": {`guarantee: (\d+)G`, `"mem_reservation": "(\d+)g"`},
		"cpu":    {`limit: (\d+)$`, `cpu_limit = (\d+)`},
		"cull":   {`timeout: (\d+)`, `--timeout=(\d+)`},
		"users":  {`authenticator_class: (\S+)`, `authenticator_class = "(\S+)"`},
	} {
		if a, b := find(t, "values.yaml", patterns[0]), find(t, "jupyterhub_config.py", patterns[1]); a != b {
			t.Errorf("%s: %q in values.yaml, %q in jupyterhub_config.py", what, a, b)
		}
	}
	home, mount := find(t, "Dockerfile", `^VOLUME (\S+)`), find(t, "values.yaml", `homeMountPath: (\S+)`)
	if home != mount || find(t, "values.yaml", `mountPath: (\S+)`) != find(t, "values.yaml", `MNIST_DIR: (\S+)`) {
		t.Errorf("the volume is %s, and values.yaml mounts %s", home, mount)
	}
}

// The linters have nothing to say.
func TestLint(t *testing.T) {
	for _, args := range [][]string{{"bash", "-n", "start.sh"}, {"sh", "-n", "go_in_turns.sh"}, {"shellcheck", "start.sh", "go_in_turns.sh"}, {"hadolint", "Dockerfile"}} {
		if _, err := exec.LookPath(args[0]); err != nil {
			t.Logf("there is no %s in PATH", args[0])
		} else if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
}
