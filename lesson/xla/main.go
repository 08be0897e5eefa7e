// Command xla installs the plugin that lets GoMLX compile a network with XLA, which
// trains it many times as fast as the pure-Go backend does:
//
//	go run ./lesson/xla             for the processor
//	go run ./lesson/xla cuda13      for an NVIDIA GPU
//
// It is go-xla's own installer with a safety net: the installer works in a folder of its
// own, and only what is complete takes the place of what was there. A failure, or Ctrl-C,
// leaves everything as it was.
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/gomlx/go-xla/installer"
)

const usage = `Install XLA, which trains many times as fast as pure Go.

  go run ./lesson/xla [cpu|cuda12|cuda13]

  cpu      for the processor (the default): Linux, macOS on ARM
  cuda13   for an NVIDIA GPU with driver 580 or newer: Linux on x86-64
  cuda12   for an NVIDIA GPU with driver 525 or newer: Linux on x86-64

Files go to your own library folder, no administrator needed:
  %s
A failure or Ctrl-C leaves everything as it was, and whole downloads are kept for the
next try. Behind a proxy, set HTTPS_PROXY. If GitHub answers 403 (too many requests from
your address), wait an hour or set GH_TOKEN.

Programs built with a C compiler (cgo) find the plugin by themselves. To choose:
  GOMLX_BACKEND=xla:cpu   GOMLX_BACKEND=xla:cuda   GOMLX_BACKEND=go
`

func main() {
	lib, err := installer.DefaultHomeLibPath()
	if err != nil {
		fail(fmt.Errorf("there is no folder to install to: %w", err))
	}
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), usage, filepath.Join(lib, folderName))
	}
	flag.Parse()
	if flag.NArg() > 1 {
		flag.Usage()
		os.Exit(2)
	}
	// A second Ctrl-C ends the program at once: the first one unregisters.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	if err := run(ctx, lib, flag.Arg(0)); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "xla:", err)
	os.Exit(1)
}

// run installs the plugin of this name under the folder lib, and says so.
func run(ctx context.Context, lib, name string) error {
	p, err := choose(name)
	if err != nil {
		return err
	}
	fmt.Printf("Installing XLA for %s.\nFrom:  %s\nSize:  %s\nTo:    %s\n",
		p.what, p.from, p.size, filepath.Join(lib, folderName))
	if p.warning != "" {
		fmt.Println("Note: ", p.warning)
	}
	http.DefaultClient.Transport = newNetwork(ctx) // what the installer uses
	if err := install(ctx, lib, p); err != nil {
		return explain(ctx, p, err)
	}
	fmt.Printf("Done. The next run uses it: go run ./lesson/train\n"+
		"To choose by hand: GOMLX_BACKEND=%s, or GOMLX_BACKEND=go for pure Go.\n", p.backend)
	return nil
}

// explain says what a failed installation means for the user.
func explain(ctx context.Context, p plugin, err error) error {
	const unchanged = "was not installed; what was there before is as it was"
	if ctx.Err() != nil {
		return fmt.Errorf("interrupted: %s %s", p.name, unchanged)
	}
	return fmt.Errorf("%s %s.\n%w\nSee that this machine reaches %s and has room on its disk, and run this again.\n"+
		"Everything works without XLA too, only slower: GOMLX_BACKEND=go", p.name, unchanged, err, p.host)
}
