package lesson_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goList returns the lines that go list prints.
func goList(t *testing.T, env string, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Env = append(os.Environ(), strings.Fields(env)...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %s: %v", strings.Join(args, " "), err)
	}
	return strings.Fields(string(out))
}

const module = "convnet.example/"

// A cell, and a page in a browser, pays for all that it links.
func TestWhatRoomsLink(t *testing.T) {
	const browser = "GOOS=js GOARCH=wasm"
	alone := []string{"github.com", "golang.org", "gonum.org", "net"}
	for _, test := range []struct {
		room, env string
		bans      []string
	}{
		{"conv", "", alone}, {"conv", browser, alone},
		{"safetensors", "", alone}, {"safetensors", browser, alone},
		{"digits/mnist", "", alone}, {"digits/mnist", browser, alone},
		{"digits/drawn", "", alone}, {"digits/drawn", browser, alone},
		{"digits/photo", "", alone}, {"digits/photo", browser, alone},
		{"descent", "", alone}, {"descent", browser, alone},
		{"live/internal/figure", browser, alone}, {"live/program", browser, alone},
		{"exercise", "", alone},
		{"live", "", []string{"github.com/gomlx", "net/http"}},
		{"plugins", "", []string{"github.com", "gonum.org", "net"}},
		{"picture", "", []string{"github.com/gomlx", "net/http"}},
		{"picture/plots", "", []string{"github.com/gomlx", "net/http"}},
		{"digits", "", []string{"github.com/gomlx", "gonum.org"}},
	} {
		for _, p := range goList(t, test.env, "-deps", module+"lesson/"+test.room) {
			for _, ban := range test.bans {
				if strings.HasPrefix(p+"/", ban+"/") {
					t.Errorf("%s (%s) links %s", test.room, test.env, p)
				}
			}
		}
	}
}

// Without package lesson the linker of Go itself does all, also in a kernel that has cgo:
// only the standard library's own cgo is linked.
func TestRoomsNeedNoOtherLinker(t *testing.T) {
	for _, room := range []string{"picture", "picture/plots", "digits", "exercise", "live"} {
		for _, p := range goList(t, "CGO_ENABLED=1", "-deps", "-f", "{{if .CgoFiles}}{{.ImportPath}}{{end}}", module+"lesson/"+room) {
			if !slices.Contains([]string{"net", "os/user", "runtime/cgo"}, p) {
				t.Errorf("%s links %s, which needs the C linker", room, p)
			}
		}
	}
}

// They build for the browser.
func TestRoomsBuildForTheBrowser(t *testing.T) {
	for _, room := range []string{"conv", "safetensors", "digits/mnist", "digits/drawn", "digits/photo", "descent", "live/internal/figure"} {
		cmd := exec.Command("go", "build", module+"lesson/"+room)
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", room, err, out)
		}
	}
}

// floors are the rooms from the top to the bottom: each imports only what is on a lower floor.
var floors = [][]string{
	{"train", "read", "speed", "xla", "watch", "ladder", "live/weights"},
	{""},
	{"live"},
	{"exercise", "digits", "picture/plots", "internal/fast", "internal/backend"},
	{"picture", "internal/byhand", "digits/download", "digits/drawn", "digits/photo", "live/internal/figure", "live/livetest"},
	{"digits/mnist", "safetensors", "plugins", "internal/colour", "picture/internal/film", "internal/devices", "conv", "descent"},
	{"internal/file", "internal/matrix", "say"},
}

// Arrows between rooms point down, and tensors stay on the upper floors.
func TestArrowsPointDown(t *testing.T) {
	floor := map[string]int{}
	for i, rooms := range floors {
		for _, room := range rooms {
			floor[strings.TrimSuffix(module+"lesson/"+room, "/")] = i
		}
	}
	for room, here := range floor {
		for _, p := range goList(t, "", "-f", `{{join .Imports "\n"}}`, room) {
			if below, ok := floor[p]; ok && below <= here {
				t.Errorf("%s imports %s, which is not below it", room, p)
			} else if !ok && strings.HasPrefix(p, module) {
				t.Errorf("%s imports %s, which has no floor in this test", room, p)
			}
			tensors := strings.HasPrefix(p, "github.com/gomlx/")
			if allowed := here < 2 || strings.Contains(room, "lesson/internal/"); tensors && !allowed {
				t.Errorf("%s imports %s: only lesson and its internal rooms know tensors", room, p)
			}
		}
	}
}

// A room is small enough to look around in.
func TestRoomsAreSmall(t *testing.T) {
	for _, folder := range goList(t, "", "-f", "{{.Dir}}", module+"lesson/...", module+"notebooks/...") {
		files, _ := filepath.Glob(filepath.Join(folder, "*.go"))
		files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
		most := 20
		if filepath.Base(folder) == "lesson" {
			most = 25
		}
		lines := 0
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			lines += strings.Count(string(text), "\n")
		}
		if len(files) > most || most == 25 && lines > 2200 {
			t.Errorf("%s has %d files and %d lines", folder, len(files), lines)
		}
	}
}
