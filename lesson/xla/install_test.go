package main

import (
	"context"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// home gives the test a home of its own and returns the library folder in it.
func home(t *testing.T) (lib string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the archives of this test are made for Linux and macOS")
	}
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, ".cache"))
	return filepath.Join(dir, ".local", "lib")
}

// tree returns the files under a folder with what is in them, and links with their targets.
func tree(t *testing.T, root string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		all.WriteString(name)
		if target, err := os.Readlink(path); err == nil {
			all.WriteString(" -> " + target)
		} else if !d.IsDir() {
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			all.WriteString(": " + string(text))
		}
		all.WriteString("\n")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// put writes a file and the folders above it.
func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// link makes a symbolic link.
func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Fatal(err)
	}
}

// get returns what a file holds, through links.
func get(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// installFrom runs the installation of a plugin against a stand-in for the internet.
func installFrom(t *testing.T, ctx context.Context, lib, name string, internet http.RoundTripper) error {
	t.Helper()
	p, err := choose(name)
	if err != nil {
		t.Skip(err)
	}
	before := http.DefaultClient.Transport
	t.Cleanup(func() { http.DefaultClient.Transport = before })
	http.DefaultClient.Transport = &network{ctx: ctx, base: internet, idle: time.Second, progress: &progress{w: t.Output()}}
	return install(ctx, lib, p)
}

func TestInstallCPU(t *testing.T) {
	lib := home(t)
	folder := filepath.Join(lib, folderName)
	put(t, filepath.Join(folder, "pjrt_c_api_cpu_v0.1.0_plugin.so"), "older")
	put(t, filepath.Join(folder, "nvidia", "stays"), "")
	link(t, "pjrt_c_api_cpu_v0.1.0_plugin.so", filepath.Join(folder, "pjrt_c_api_cpu_plugin.so"))
	for range 2 { // over an older version, then over itself
		if err := installFrom(t, t.Context(), lib, "cpu", internet{}.serve(t)); err != nil {
			t.Fatal(err)
		}
		want := `.
go-xla
go-xla/nvidia
go-xla/nvidia/stays: 
go-xla/pjrt_c_api_cpu_plugin.so -> pjrt_c_api_cpu_v9.9.9_plugin.so
go-xla/pjrt_c_api_cpu_v0.1.0_plugin.so: older
go-xla/pjrt_c_api_cpu_v9.9.9_plugin.so: the plugin
`
		if got := tree(t, lib); got != want {
			t.Errorf("got files\n%swant\n%s", got, want)
		}
	}
}

func TestInstallCUDA(t *testing.T) {
	lib := home(t)
	put(t, filepath.Join(lib, folderName, "nvidia", "cu12", "libold.so"), "goes")
	put(t, filepath.Join(lib, "libcublas.so.13"), "goes")
	put(t, filepath.Join(lib, "libother.so"), "stays")
	if err := installFrom(t, t.Context(), lib, "cuda13", internet{}.serve(t)); err != nil {
		t.Fatal(err)
	}
	want := `.
go-xla
go-xla/nvidia
go-xla/nvidia/bin
go-xla/nvidia/bin/ptxas -> ../cu13/bin/ptxas
go-xla/nvidia/cu13
go-xla/nvidia/cu13/bin
go-xla/nvidia/cu13/bin/ptxas: assembler
go-xla/nvidia/cu13/lib
go-xla/nvidia/cu13/lib/libcublas.so.13: products
go-xla/nvidia/pjrt_c_api_cuda_plugin.so: the CUDA plugin
libcublas.so.13 -> go-xla/nvidia/cu13/lib/libcublas.so.13
libcublasLt.so.13 -> go-xla/nvidia/cu13/lib/libcublasLt.so.13
libother.so: stays
`
	if got := tree(t, lib); got != want {
		t.Errorf("got files\n%swant\n%s", got, want)
	}
	for path, want := range map[string]string{"libcublas.so.13": "products", "go-xla/nvidia/bin/ptxas": "assembler"} {
		if got := get(t, filepath.Join(lib, path)); got != want {
			t.Errorf("%s leads to %q, want %q", path, got, want)
		}
	}
}
