package main

import (
	"flag"
	"fmt"
	"io"

	"convnet.example/lesson"
	"convnet.example/lesson/say"
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
	saved, savedSteps   int             // epochs that -out holds of this training, and steps of the next
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
		fmt.Fprint(help, say.Text(usage, usageZH))
		return nil, err
	} else if err != nil {
		return nil, say.Errorf("%w (-h lists the flags)", "%w（用 -h 查看全部选项）", err)
	}
	flags.Visit(func(f *flag.Flag) { o.given[f.Name] = true })
	if flags.NArg() > 0 {
		return nil, say.Errorf("%q is no flag: all is said by flags, such as -epochs 3 (-h lists them)", "%q 不是选项：设置都用选项来写，例如 -epochs 3（用 -h 查看）", flags.Arg(0))
	}
	return o, o.check()
}

// define declares the flags; usage says what they are.
func (o *options) define(flags *flag.FlagSet) {
	flags.StringVar(&o.data, "data", "auto", "")
	flags.StringVar(&o.testData, "test-data", "", "")
	flags.IntVar(&o.n, "n", 0, "")
	flags.IntVar(&o.Epochs, "epochs", 10, "")
	flags.IntVar(&o.Batch, "batch", 64, "")
	flags.Float64Var(&o.LearningRate, "lr", 0.01, "")
	flags.Float64Var(&o.Momentum, "momentum", 0.5, "")
	flags.Int64Var(&o.seed, "seed", 1, "")
	flags.BoolVar(&o.shuffle, "shuffle", true, "")
	flags.IntVar(&o.testEvery, "test-every", 1, "")
	flags.IntVar(&o.logEvery, "log-every", 300, "")
	flags.StringVar(&o.init, "init", "", "")
	flags.StringVar(&o.out, "out", "out", "")
	flags.BoolVar(&o.resume, "resume", false, "")
	flags.StringVar(&o.backend, "backend", "", "")
	flags.IntVar(&o.Devices, "devices", 1, "")
}

func (o *options) check() error {
	o.FileOrder, o.Seed = !o.shuffle, o.seed
	switch {
	case o.n < 0:
		return say.Errorf("-n %d: it is a number of images, or 0 for all", "-n %d：这是图像的张数，0 表示全部", o.n)
	case o.testEvery < 1:
		return say.Errorf("-test-every %d: it is a number of epochs, at least 1", "-test-every %d：这是轮数，至少为 1", o.testEvery)
	case o.logEvery < 1:
		return say.Errorf("-log-every %d: it is a number of steps, at least 1", "-log-every %d：这是步数，至少为 1", o.logEvery)
	case o.resume && o.out == "":
		return say.Errorf("-resume needs the folder with the training: name it with -out", "-resume 需要那次训练的文件夹：用 -out 写出")
	case o.resume && o.init != "":
		return say.Errorf("-resume goes on with the weights in -out, and -init starts from others: choose one", "-resume 接着用 -out 里的权重，-init 则从别的权重开始：请只选一个")
	}
	return o.Config.Check()
}

// adopt takes over the settings of the training to go on with, where no flag was given. What
// computes belongs to the machine, not to the training.
func (o *options) adopt(c lesson.Checkpoint) {
	o.saved, o.savedSteps = len(c.History), len(c.Losses)
	config := c.Config
	config.Devices = o.Devices
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
