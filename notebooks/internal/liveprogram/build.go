package liveprogram

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/process"
)

// File is the name of the file: a script, with the program in it.
const File = "convnet-live.js"

// Build compiles the program of the module in root with these variables, and writes the file
// into the folder. It takes a moment if nothing has changed, and what was there before stays
// if the program does not compile.
func Build(ctx context.Context, root, folder string, vars []string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	vars = process.With(vars, "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=", "CGO_ENABLED=0")
	wasm := filepath.Join(folder, "program.wasm")
	if _, err := gotool.RunWith(ctx, root, vars, "build", "-trimpath", "-ldflags=-s -w", "-o", wasm, "./lesson/live/program"); err != nil {
		return err
	}
	program, err := os.ReadFile(wasm)
	if err != nil {
		return err
	}
	script, stamp := filepath.Join(folder, File), fmt.Sprintf("// %x\n", sha256.Sum256(slices.Concat(program, []byte(startJS))))
	if made, err := os.ReadFile(script); err == nil && bytes.HasPrefix(made, []byte(stamp)) {
		return nil
	}
	goroot, err := gotool.RunWith(ctx, root, vars, "env", "GOROOT")
	if err != nil {
		return err
	}
	start, err := os.ReadFile(filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return say.Errorf("this Go has no wasm_exec.js, which starts programs in a browser: %w", "这套 Go 里没有 wasm_exec.js（在浏览器里启动程序用的）：%w", err)
	}
	text, err := scriptOf(program, string(start))
	if err != nil {
		return err
	}
	part := script + ".part"
	if err := os.WriteFile(part, []byte(stamp+text), 0o644); err != nil {
		return err
	}
	return os.Rename(part, script)
}

//go:embed start.js
var startJS string

// scriptOf is start.js with Go's own part and the program in it.
func scriptOf(program []byte, wasmExec string) (string, error) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	z.Write(program) // into memory
	if err := z.Close(); err != nil {
		return "", err
	}
	return strings.NewReplacer(
		"/* wasm_exec.js */", wasmExec,
		"PROGRAM", base64.StdEncoding.EncodeToString(packed.Bytes()),
	).Replace(startJS), nil
}
