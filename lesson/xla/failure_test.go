package main

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever goes wrong, what was there stays, the error says why, and the next try, with
// the trouble over, succeeds.
func TestInstallFails(t *testing.T) {
	for trouble, test := range map[string]struct {
		internet internet
		want     string
	}{
		"no network":        {internet{down: true}, "no such host"},
		"not found":         {internet{archive: notFound}, "github.com answers 404 Not Found"},
		"too many requests": {internet{api: forbidden}, "api.github.com answers 403 Forbidden"},
		"log-in page":       {internet{archive: page}, "is not the file that GitHub's list names"},
		"no digest, a page": {internet{archive: page, digest: "none"}, "gzip: invalid header\nThe download v"},
		"another file":      {internet{digest: "sha256:" + strings.Repeat("0", 64)}, "is not the file that GitHub's list names"},
		"cut off":           {internet{archive: cutOff}, "unexpected EOF"},
		"silence":           {internet{api: silence}, "api.github.com sent nothing for 1s"},
		"silence half-way":  {internet{archive: silentHalfWay}, "github.com sent nothing for 1s"},
		"another archive":   {internet{name: "README"}, "the download does not hold pjrt_c_api_cpu_plugin.so"},
	} {
		t.Run(trouble, func(t *testing.T) {
			lib := home(t)
			put(t, filepath.Join(lib, folderName, "pjrt_c_api_cpu_plugin.so"), "old")
			put(t, filepath.Join(lib, folderName, "pjrt_c_api_cpu_v9.9.9_plugin.so"), "old")
			before := tree(t, lib)
			err := installFrom(t, t.Context(), lib, "cpu", test.internet.serve(t))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
			if after := tree(t, lib); after != before {
				t.Errorf("got files\n%swant\n%s", after, before)
			}
			if left, _ := filepath.Glob(os.Getenv("XDG_CACHE_HOME") + "/go-xla/v*"); left != nil {
				t.Errorf("left %v", left)
			}
			if err := installFrom(t, t.Context(), lib, "cpu", internet{}.serve(t)); err != nil {
				t.Errorf("next try: %v", err)
			}
		})
	}
}

// The installer would have deleted the nvidia folder by the time it fails.
func TestInstallCUDAFails(t *testing.T) {
	lib := home(t)
	put(t, filepath.Join(lib, folderName, "nvidia", "pjrt_c_api_cuda_plugin.so"), "old")
	put(t, filepath.Join(lib, "libcublas.so.13"), "old")
	before := tree(t, lib)
	lost := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "pjrt") { // the last package
			http.NotFound(w, r)
			return
		}
		internet{}.ServeHTTP(w, r)
	})
	if err := installFrom(t, t.Context(), lib, "cuda13", serve(t, lost)); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("got error %v, want one with 404", err)
	}
	if after := tree(t, lib); after != before {
		t.Errorf("got files\n%swant\n%s", after, before)
	}
	if kept, _ := filepath.Glob(os.Getenv("XDG_CACHE_HOME") + "/go-xla/*.whl"); len(kept) != 2 {
		t.Errorf("the cache keeps %v, want the two packages that came through", kept)
	}
}

// A package in the cache that has changed since is downloaded again, a try later.
func TestInstallCUDAFromABadCache(t *testing.T) {
	lib := home(t)
	put(t, filepath.Join(os.Getenv("XDG_CACHE_HOME"), "go-xla", "go-xla_nvidia-cublas_1.2.whl"), "bad")
	err := installFrom(t, t.Context(), lib, "cuda13", internet{}.serve(t))
	if err == nil || !strings.Contains(err.Error(), "SHA256 hash mismatch") || !strings.Contains(err.Error(), "run this again") {
		t.Errorf("got error %v, want one about the checksum", err)
	}
	if err := installFrom(t, t.Context(), lib, "cuda13", internet{}.serve(t)); err != nil {
		t.Errorf("next try: %v", err)
	}
}

// Ctrl-C while a file is on its way ends the download, and a home that had no library
// folder has none afterwards.
func TestInstallInterrupted(t *testing.T) {
	lib := home(t)
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	busy := internet{archive: func(w http.ResponseWriter, r *http.Request) {
		interrupt()
		<-r.Context().Done()
	}}
	if err := installFrom(t, ctx, lib, "cpu", busy.serve(t)); err == nil || !strings.Contains(err.Error(), "context canceled") {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
	if _, err := os.Lstat(filepath.Dir(lib)); err == nil {
		t.Errorf("%s is left:\n%s", filepath.Dir(lib), tree(t, filepath.Dir(lib)))
	}
	if left, _ := filepath.Glob(os.Getenv("XDG_CACHE_HOME") + "/go-xla/v*"); left != nil {
		t.Errorf("left %v", left)
	}
}

// Ctrl-C while the installer unpacks comes too late for a download to fail.
func TestInstallInterruptedLate(t *testing.T) {
	lib := home(t)
	ctx, interrupt := context.WithCancel(t.Context())
	p := plugin{file: "f", install: func(folder string) error {
		put(t, filepath.Join(folder, "f"), "new")
		interrupt()
		return nil
	}}
	if err := install(ctx, lib, p); err != context.Canceled {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
	if _, err := os.Lstat(lib); err == nil {
		t.Errorf("left %s", tree(t, lib))
	}
}

func TestInstallTwiceAtOnce(t *testing.T) {
	lib := home(t)
	unlock, err := lock()
	if err != nil {
		t.Fatal(err)
	}
	if err := installFrom(t, t.Context(), lib, "cpu", internet{}.serve(t)); err == nil || !strings.Contains(err.Error(), "another installation is running") {
		t.Errorf("got error %v, want one about another installation", err)
	}
	unlock()
	if err := installFrom(t, t.Context(), lib, "cpu", internet{}.serve(t)); err != nil {
		t.Error(err)
	}
}

func TestChoose(t *testing.T) {
	if _, err := choose("gpu"); err == nil || !strings.Contains(err.Error(), "want cpu, cuda12 or cuda13") {
		t.Errorf("got error %v, want one with the names", err)
	}
}
