package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"convnet.example/notebooks/internal/environment"
)

// options are the flags.
type options struct {
	lang                         string
	port                         int
	noBrowser                    bool
	run, update, doctor, prepare bool
	html                         string
	names                        []string // of notebooks; none: all
}

const usage = `Open the course in JupyterLab.

usage: go run ./notebooks [flags] [notebook...]

  -lang en|zh    language of the notebooks (default: the system's)
  -port N        port of JupyterLab (default: the first free one from 8888)
  -no-browser    print the address only
  -run           execute the notebooks, all or those named, and print a table
  -update        the same, and write the outputs into both languages
  -html DIR      write the notebooks as web pages
  -doctor        say what is there, what is missing, and what to do; changes nothing
  -prepare       make the environment and stop: for images, or before going offline

The environment is a folder in your cache; deleting it is safe:
  %s
`

// parse reads the flags. What is wrong with one of them is found here, before anything
// is made.
func parse(args []string, help io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("notebooks", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.lang, "lang", systemLanguage(), "")
	flags.IntVar(&o.port, "port", 0, "")
	flags.BoolVar(&o.noBrowser, "no-browser", false, "")
	flags.BoolVar(&o.run, "run", false, "")
	flags.BoolVar(&o.update, "update", false, "")
	flags.StringVar(&o.html, "html", "", "")
	flags.BoolVar(&o.doctor, "doctor", false, "")
	flags.BoolVar(&o.prepare, "prepare", false, "")
	if err := flags.Parse(args); err == flag.ErrHelp {
		cache, _ := environment.CacheFolder()
		fmt.Fprintf(help, usage, cache)
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("%w (-h lists the flags)", err)
	}
	for _, name := range flags.Args() {
		o.names = append(o.names, strings.TrimSuffix(name, ".ipynb"))
	}
	return o, o.check()
}

func (o *options) check() error {
	jobs := 0
	for _, job := range []bool{o.run, o.update, o.html != "", o.doctor, o.prepare} {
		if job {
			jobs++
		}
	}
	switch {
	case o.lang != "en" && o.lang != "zh":
		return fmt.Errorf("-lang %q: the course is in English (en) and Chinese (zh)", o.lang)
	case o.port < 0 || o.port > 65535:
		return fmt.Errorf("-port %d: a port is a number from 1 to 65535", o.port)
	case jobs > 1:
		return fmt.Errorf("-run, -update, -html, -doctor and -prepare are one job each: choose one")
	case len(o.names) > 0 && !o.run && !o.update && o.html == "":
		return fmt.Errorf("%q is no flag (-h lists them); notebooks are named after -run, -update or -html", o.names[0])
	}
	return nil
}

// systemLanguage is the language of the course that the system's settings ask for.
func systemLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "zh") {
				return "zh"
			}
			break
		}
	}
	return "en"
}
