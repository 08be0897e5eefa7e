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

	"convnet.example/lesson/say"
	"github.com/gomlx/go-xla/installer"
)

func main() {
	say.In(say.Reader())
	lib, err := installer.DefaultHomeLibPath()
	if err != nil {
		fail(say.Errorf("there is no folder to install to: %w",
			"没有可以安装的文件夹：%w", err))
	}
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), say.Text(usage, usageZH), filepath.Join(lib, folderName))
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
	fmt.Printf(say.Text("Installing XLA for %s.\nFrom:  %s\nSize:  %s\nTo:    %s\n",
		"为%s安装 XLA。\n来自：%s\n大小：%s\n放到：%s\n"),
		p.what, p.from, p.size, filepath.Join(lib, folderName))
	if p.warning != "" {
		fmt.Println(say.Text("Note: ", "注意："), p.warning)
	}
	http.DefaultClient.Transport = newNetwork(ctx) // what the installer uses
	if err := install(ctx, lib, p); err != nil {
		return explain(ctx, p, err)
	}
	fmt.Printf(say.Text(
		"Done. The next run uses it: go run ./lesson/train\nTo choose by hand: GOMLX_BACKEND=%s, or GOMLX_BACKEND=go for pure Go.\n",
		"装好了，下次运行就会用它：go run ./lesson/train\n要自己选：GOMLX_BACKEND=%s；用纯 Go 则 GOMLX_BACKEND=go。\n"), p.backend)
	return nil
}

// explain says what a failed installation means for the user.
func explain(ctx context.Context, p plugin, err error) error {
	if ctx.Err() != nil {
		return say.Errorf("interrupted: %s was not installed; what was there before is as it was",
			"已中断：%s 没有安装，原来有什么还是什么", p.name)
	}
	return say.Errorf("%s was not installed; what was there before is as it was.\n%w\nSee that this machine reaches %s and has room on its disk, and run this again.\n"+
		"Everything works without XLA too, only slower: GOMLX_BACKEND=go",
		"%s 没有安装，原来有什么还是什么。\n%w\n请检查这台机器能否连上 %s、磁盘上有没有空间，再运行一次。\n"+
			"没有 XLA 也都能运行，只是慢些：GOMLX_BACKEND=go", p.name, err, p.host)
}
