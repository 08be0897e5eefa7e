package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A server may take longer than network waits, as long as something comes.
func TestInstallSlowly(t *testing.T) {
	slow := internet{digest: "none", archive: func(w http.ResponseWriter, _ *http.Request) {
		for piece := range bytes.Lines(tarball("pjrt_c_api_cpu_v9.9.9_plugin.so", strings.Repeat("plugin", 99))) {
			for len(piece) > 0 {
				n := min(len(piece), 10)
				w.Write(piece[:n])
				piece = piece[n:]
				w.(http.Flusher).Flush()
				time.Sleep(100 * time.Millisecond)
			}
		}
	}}
	lib := home(t)
	start := time.Now()
	if err := installFrom(t, t.Context(), lib, "cpu", slow.serve(t)); err != nil {
		t.Error(err)
	}
	if d := time.Since(start); d < time.Second {
		t.Errorf("took %v: the server was too fast for this test", d)
	}
}

func TestProgress(t *testing.T) {
	broken := io.ErrUnexpectedEOF
	for _, test := range []struct {
		name     string
		size     int64
		terminal bool
		end      error
		want     string
	}{
		{"a.tar.gz", 3e6, false, io.EOF, "       3 of 3 MB  a.tar.gz\n"},
		{"a.whl", 3e6, true, io.EOF, "\r       1 of 3 MB  a.whl\x1b[K\r       3 of 3 MB  a.whl\x1b[K\n"},
		{"a.zip", -1, true, broken, "\r       1 MB  a.zip\x1b[K\n"},
		{"a.zip", -1, false, broken, ""},
		{"json", 3e6, true, io.EOF, ""},
	} {
		var got bytes.Buffer
		report := (&progress{w: &got, terminal: test.terminal}).file(test.name, test.size)
		report(1e6, nil)
		report(1e6, nil) // too soon to show
		report(1e6, test.end)
		if got.String() != test.want {
			t.Errorf("%s, terminal %v: got %q, want %q", test.name, test.terminal, got.String(), test.want)
		}
	}
}

// GitHub answers with the address of a store, where the file has another name.
func TestFileName(t *testing.T) {
	first, err := http.NewRequest("GET", "https://github.com/x/plugin.tar.gz?a=b", nil)
	if err != nil {
		t.Fatal(err)
	}
	second, err := http.NewRequest("GET", "https://store/0123abcd", nil)
	if err != nil {
		t.Fatal(err)
	}
	second.Response = &http.Response{Request: first}
	if got := fileName(second); got != "plugin.tar.gz" {
		t.Errorf("got %q, want plugin.tar.gz", got)
	}
}

// The installer's spinner does not reach the user's screen or log.
func TestQuietly(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	before := os.Stdout
	defer func() { os.Stdout = before }()
	os.Stdout = file
	err = quietly(func() error {
		fmt.Print("spin")
		return io.EOF
	})
	fmt.Print("after")
	if got := get(t, file.Name()); got != "after" || err != io.EOF {
		t.Errorf("printed %q and returned %v, want %q and %v", got, err, "after", io.EOF)
	}
}

// A plugin that is empty is none.
func TestInstallEmpty(t *testing.T) {
	lib := home(t)
	p := plugin{file: "f", install: func(folder string) error {
		put(t, filepath.Join(folder, "f"), "")
		return nil
	}}
	if err := install(t.Context(), lib, p); err == nil || !strings.Contains(err.Error(), "does not hold f") {
		t.Errorf("got error %v, want one about f", err)
	}
}
