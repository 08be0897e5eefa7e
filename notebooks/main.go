// Command notebooks opens the course in JupyterLab:
//
//	go run ./notebooks
//
// From nothing but Go and Python 3 it makes a private environment in the user's cache:
// JupyterLab and the Go kernel, in pinned versions. The second start takes seconds. Nothing
// outside that folder is touched.
//
// It also runs all notebooks (-run), writes their outputs back (-update), grades those that
// learners hand in (-grade), makes web pages of them (-html) and says what is missing on a
// machine (-doctor).
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/doctor"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/grade"
	"convnet.example/notebooks/internal/jupyter"
	"convnet.example/notebooks/internal/kernel"
	"convnet.example/notebooks/internal/pages"
	"convnet.example/notebooks/internal/process"
)

func main() {
	o, err := parse(os.Args[1:], os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return
	case err != nil:
		fmt.Fprintln(os.Stderr, "notebooks:", err)
		os.Exit(2)
	}
	// A second Ctrl-C, as Jupyter itself wants it, changes nothing: ending all that was
	// started takes seconds, and leaving some of it behind helps nobody.
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	defer stop()
	if err := o.do(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "notebooks:", err)
		os.Exit(1)
	}
}

// endings are the signals that end the course. Under nohup a closed terminal does not.
func endings() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// do is what the flags ask for.
func (o *options) do(ctx context.Context) error {
	root, err := course.Root()
	if err != nil {
		return err
	}
	if err := process.AbsolutePaths(); err != nil {
		return err
	}
	if o.doctor {
		return doctor.Examine(ctx, root, os.Stdout)
	}
	e, err := environment.New(ctx, root)
	if err != nil {
		return err
	}
	if err := e.Prepare(ctx, os.Stderr); err != nil {
		return interrupted(ctx, err)
	}
	switch {
	case o.prepare:
		fmt.Println(say.Text("The environment is ready:", "环境已建好："), e.Folder)
		return nil
	case o.update:
		return interrupted(ctx, kernel.UpdateAll(ctx, e, o.names))
	case o.run:
		return interrupted(ctx, kernel.RunAll(ctx, e, o.lang, o.names))
	case o.grade:
		return interrupted(ctx, grade.Grade(ctx, e, o.names, grade.Usual, os.Stdout, os.Stderr))
	case o.html != "":
		return interrupted(ctx, pages.Write(ctx, e, o.html, o.lang, o.names))
	}
	return interrupted(ctx, jupyter.Open(ctx, e, o.lang, o.port, o.noBrowser))
}

// interrupted is the error of work that Ctrl-C ended: what it broke off is of no interest.
func interrupted(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return say.Errorf("interrupted", "已中断")
	}
	return err
}
