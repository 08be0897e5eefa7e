package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"convnet.example/lesson"
)

// options are the flags.
type options struct {
	lesson.Config
	data, testData      string
	n                   int
	seed                int64
	shuffle             bool
	testEvery, logEvery int
	init, out, backend  string
	resume              bool
	saved               int             // epochs that -out holds of this training
	given               map[string]bool // flags that were given
}

// parse reads the flags. What is wrong with one of them is found here, before
// anything is loaded.
func parse(args []string, help io.Writer) (*options, error) {
	o := &options{given: map[string]bool{}}
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	o.define(flags)
	if err := flags.Parse(args); err == flag.ErrHelp {
		usage(flags, help)
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("%w (-h lists the flags)", err)
	}
	flags.Visit(func(f *flag.Flag) { o.given[f.Name] = true })
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("%q is no flag: all is said by flags, such as -epochs 3 (-h lists them)", flags.Arg(0))
	}
	return o, o.check()
}

func (o *options) define(flags *flag.FlagSet) {
	flags.StringVar(&o.data, "data", "auto", "`source` of the digits to train with: auto, mnist, builtin or a folder of IDX files")
	flags.StringVar(&o.testData, "test-data", "", "`source` of the digits to test on; unless given, as -data")
	flags.IntVar(&o.n, "n", 0, "train with the first so many `images`; 0: with all")
	flags.IntVar(&o.Epochs, "epochs", 10, "times to go through the training images")
	flags.IntVar(&o.Batch, "batch", 64, "images in a step")
	flags.Float64Var(&o.LearningRate, "lr", 0.01, "learning rate")
	flags.Float64Var(&o.Momentum, "momentum", 0.5, "share of the velocity that is kept from step to step")
	flags.Int64Var(&o.seed, "seed", 1, "seed of the first weights and of the order of the images")
	flags.BoolVar(&o.shuffle, "shuffle", true, "shuffle the images for each epoch")
	flags.IntVar(&o.testEvery, "test-every", 1, "test after every so many `epochs`; 10 in the lecture's other program")
	flags.IntVar(&o.logEvery, "log-every", 300, "print the mean loss of every so many `steps`")
	flags.StringVar(&o.init, "init", "", "start from the weights in this safetensors `file`")
	flags.StringVar(&o.out, "out", "out", "`folder` for picture, weights and checkpoint, replacing a finished training; \"\" writes nothing")
	flags.BoolVar(&o.resume, "resume", false, "go on with the training in -out, with its settings where no flag says otherwise")
	flags.StringVar(&o.backend, "backend", "", "`name` of what computes: go, xla, xla:cpu or xla:cuda; unless given, $GOMLX_BACKEND, or else the best here")
}

// usage prints the flags in the order of their definition, a line each.
func usage(flags *flag.FlagSet, w io.Writer) {
	fmt.Fprint(w, `Train the lecture's network on handwritten digits, and draw accuracy against epoch.

usage: go run ./lesson/train [flags]

Without flags it is the lecture: 10 epochs of MNIST, batches of 64, momentum SGD,
a test after each epoch.

`)
	for _, name := range []string{"data", "test-data", "n", "epochs", "batch", "lr", "momentum", "seed", "shuffle",
		"test-every", "log-every", "init", "out", "resume", "backend"} {
		f := flags.Lookup(name)
		argument, text := flag.UnquoteUsage(f)
		left := "-" + name + " " + argument
		if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" {
			text += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(w, "  %-20s %s\n", left, text)
	}
}

func (o *options) check() error {
	o.FileOrder, o.Seed = !o.shuffle, o.seed
	switch {
	case o.n < 0:
		return fmt.Errorf("-n %d: it is a number of images, or 0 for all", o.n)
	case o.testEvery < 1:
		return fmt.Errorf("-test-every %d: it is a number of epochs, at least 1", o.testEvery)
	case o.logEvery < 1:
		return fmt.Errorf("-log-every %d: it is a number of steps, at least 1", o.logEvery)
	case o.resume && o.out == "":
		return errors.New("-resume needs the folder with the training: name it with -out")
	case o.resume && o.init != "":
		return errors.New("-resume goes on with the weights in -out, and -init starts from others: choose one")
	}
	return o.Config.Check()
}

// adopt takes over the settings of the training to go on with, where no flag was given.
func (o *options) adopt(c lesson.Checkpoint) {
	o.saved = len(c.History)
	config := c.Config
	for name, set := range map[string]func(){
		"epochs":   func() { config.Epochs = o.Epochs },
		"batch":    func() { config.Batch = o.Batch },
		"lr":       func() { config.LearningRate = o.LearningRate },
		"momentum": func() { config.Momentum = o.Momentum },
		"seed":     func() { config.Seed = o.Seed },
		"shuffle":  func() { config.FileOrder = o.FileOrder },
	} {
		if o.given[name] {
			set()
		}
	}
	o.Config = config
	if !o.given["n"] {
		o.n = c.Images
	}
}
