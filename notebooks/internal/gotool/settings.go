package gotool

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"convnet.example/notebooks/internal/process"
)

// own are the settings that stay the reader's own in a cell: how modules are fetched and
// where they are kept, and the C compiler. All others are for the modules that the reader
// works on (GOFLAGS=-mod=vendor, GOOS, GO111MODULE, GOWORK …): in a cell's workspace they
// stop every build.
var own = []string{
	"GOPROXY", "GOPRIVATE", "GONOPROXY", "GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOVCS", "GOAUTH",
	"GOPATH", "GOMODCACHE", "GOCACHE", "GOCACHEPROG", "GOTMPDIR", "GOTOOLCHAIN", "GODEBUG",
	"CGO_ENABLED", "CC", "CXX", "AR", "PKG_CONFIG",
	"CGO_CFLAGS", "CGO_CPPFLAGS", "CGO_CXXFLAGS", "CGO_FFLAGS", "CGO_LDFLAGS",
}

// ownFlags are the flags in GOFLAGS that stay.
var ownFlags = []string{"-buildvcs", "-modcacherw", "-p"}

// Settings are the reader's settings of Go that differ from Go's own, from the environment
// or stored by go env -w.
type Settings map[string]string

// ReadSettings asks Go for them.
func ReadSettings(ctx context.Context, root string) (Settings, error) {
	out, err := Run(ctx, root, "env", "-changed", "-json")
	if err != nil {
		return nil, err
	}
	var s Settings
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		return nil, fmt.Errorf("go env -changed -json: %w", err)
	}
	return s, nil
}

// Vars is this program's environment with those settings of Go alone that have a place in a
// cell: stored ones are named in it, and Go's file of them is not read.
func (s Settings) Vars() []string {
	vars := slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return s[name] != "" || slices.Contains(forModules, name)
	})
	for _, name := range own {
		if value, ok := s[name]; ok {
			vars = process.With(vars, name+"="+value)
		}
	}
	return process.With(vars, "GOENV=off", s.Flags())
}

// Flags is the variable GOFLAGS with those of the reader's flags that stay, and more.
func (s Settings) Flags(more ...string) string {
	var flags []string
	for _, flag := range strings.Fields(s["GOFLAGS"]) {
		name, _, _ := strings.Cut(strings.Replace(flag, "--", "-", 1), "=")
		if slices.Contains(ownFlags, name) {
			flags = append(flags, flag)
		}
	}
	return "GOFLAGS=" + strings.Join(append(flags, more...), " ")
}

// forModules are removed even where Go calls them unchanged: an environment variable may
// say again what Go found by itself in this folder.
var forModules = []string{"GOWORK", "GOROOT", "GOBIN", "GOOS", "GOARCH", "GO111MODULE"}
