package gotool

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Settings that stop a cell's build, from the environment and stored, are left out; what
// is the reader's own stays.
func TestSettings(t *testing.T) {
	stored := filepath.Join(t.TempDir(), "env")
	write(t, stored, "GOFLAGS=-mod=vendor\nGO111MODULE=off\nGOPRIVATE=example.com/mine\nCC=/bin/mine\n")
	t.Setenv("GOENV", stored)
	for _, test := range []struct{ name, value string }{
		{"GOFLAGS", "-mod=mod -modcacherw -p=1"}, {"GOFLAGS", "-race -tags=x"}, {"GOFLAGS", "-modfile=other.mod"},
		{"GOOS", "plan9"}, {"GOARCH", "arm64"}, {"GOROOT", ""}, {"GOWORK", "off"}, {"GOBIN", "/nowhere"},
	} {
		t.Run(test.name+"="+test.value, func(t *testing.T) {
			if test.value != "" {
				t.Setenv(test.name, test.value)
			}
			t.Setenv("GOPROXY", "http://127.0.0.1:1")
			s, err := ReadSettings(t.Context(), ".")
			if err != nil {
				t.Fatal(err)
			}
			vars := s.Vars()
			for _, want := range []string{"GOPROXY=http://127.0.0.1:1", "GOPRIVATE=example.com/mine", "CC=/bin/mine", "GOENV=off"} {
				if !slices.Contains(vars, want) {
					t.Errorf("no %s", want)
				}
			}
			if keeps := strings.Contains(s.Flags(), "-modcacherw -p=1"); keeps != strings.Contains(test.value, "-p=1") {
				t.Error(s.Flags())
			}
			buildsAndRuns(t, vars)
		})
	}
}

// buildsAndRuns makes a workspace as a cell's, and builds and runs a program in it.
func buildsAndRuns(t *testing.T, vars []string) {
	t.Helper()
	folder := t.TempDir()
	write(t, filepath.Join(folder, "main.go"), "package main\n\nfunc main() { println(\"hello\") }\n")
	for _, args := range [][]string{{"mod", "init", "cell"}, {"work", "init", "."}, {"build", "-o", "cell"}} {
		cmd := exec.Command("go", args...)
		cmd.Dir, cmd.Env = folder, vars
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %v: %s", args, out)
		}
	}
	if out, err := exec.Command(filepath.Join(folder, "cell")).CombinedOutput(); string(out) != "hello\n" {
		t.Errorf("%s, %v", out, err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
