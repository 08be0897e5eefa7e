// Command notebooks opens the course in JupyterLab:
//
//	go run ./notebooks
//
// From nothing but Go and Python 3 it makes a private environment in the user's cache:
// JupyterLab in the versions of requirements.txt, and the Go kernel in the version of
// go.mod. The second start takes seconds. Nothing outside that folder is touched.
//
// It also runs all notebooks (-run), writes their outputs back (-update), makes web
// pages of them (-html) and says what is missing on a machine (-doctor).
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	if err := o.do(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "notebooks:", err)
		os.Exit(1)
	}
}

// do is what the flags ask for.
func (o *options) do(ctx context.Context) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	if o.doctor {
		return examine(ctx, root, os.Stdout)
	}
	e, err := newEnvironment(ctx, root)
	if err != nil {
		return err
	}
	if err := e.prepare(ctx, os.Stderr); err != nil {
		return interrupted(ctx, err)
	}
	switch {
	case o.prepare:
		fmt.Println("The environment is ready:", e.folder)
		return nil
	case o.update:
		return interrupted(ctx, o.updateAll(ctx, e))
	case o.run:
		return interrupted(ctx, o.runAll(ctx, e))
	case o.html != "":
		return interrupted(ctx, o.writeHTML(ctx, e))
	}
	return o.open(ctx, e)
}

// interrupted is the error of work that Ctrl-C ended: what it broke off is of no interest.
func interrupted(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return errors.New("interrupted")
	}
	return err
}
