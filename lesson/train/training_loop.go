package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"convnet.example/lesson"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
)

// run trains: the lecture's lines go to the standard output, all else to the standard
// error.
func (o *options) run() error {
	began := time.Now()
	checkpoint, err := o.prepareOut()
	if err != nil {
		return err
	}
	if checkpoint != nil {
		o.adopt(*checkpoint)
	} else if o.resume {
		return say.Errorf("-resume: %s holds no training to go on with: name its folder with -out, or start one without -resume",
			"-resume：%s 里没有可以接着做的训练：用 -out 写出它的文件夹，或去掉 -resume 从头开始", o.out)
	}
	if err := lesson.UseBackend(o.backend); err != nil {
		return err
	}
	train, test, err := o.digits()
	if err != nil {
		return err
	}
	c, t, err := o.trainer(train, checkpoint)
	if err != nil {
		return err
	}
	if t.Done() {
		return say.Errorf("the training in %s has had its %d epochs: go on with a larger -epochs",
			"%s 里的训练已经做完 %d 轮：要接着做，请把 -epochs 写大一些", o.out, o.Epochs)
	}
	first, begun := len(t.History), len(t.Losses())
	training, err := o.loop(c, t, test)
	if err != nil {
		return o.advise(err)
	}
	epochs := len(t.History) - first
	return printLine("epochs: %d, %.1f s in all, %.2f ms a step, on %s", epochs, time.Since(began).Seconds(),
		1000*training.Seconds()/float64(epochs*t.Steps()-begun), o.device())
}

// device says what computes.
func (o *options) device() string {
	if o.Devices > 1 {
		return fmt.Sprintf("%d × %s", o.Devices, lesson.Device())
	}
	return lesson.Device()
}

// digits loads the images to train with and those to test on.
func (o *options) digits() (train, test *mnist.Set, err error) {
	data, err := digits.Open(o.data)
	if err != nil {
		return nil, nil, err
	}
	train, test = data.Train, data.Test
	fmt.Fprintf(os.Stderr, say.Text("data:   ", "数据：")+"%s\n", data.Source)
	if o.testData != "" {
		other, err := digits.Open(o.testData)
		if err != nil {
			return nil, nil, err
		}
		test = other.Test
		fmt.Fprintf(os.Stderr, say.Text("tests:  ", "测试：")+"%s\n", other.Source)
	}
	if o.n > train.Len() {
		return nil, nil, say.Errorf("there are only %d images, and not %d: choose a smaller -n, or other -data",
			"只有 %d 张图像，没有 %d 张：把 -n 写小一些，或换一份 -data", train.Len(), o.n)
	}
	if o.n > 0 {
		train = train.First(o.n)
	}
	return train, test, nil
}

// trainer makes the network and its trainer, or takes them up where they stopped.
func (o *options) trainer(train *mnist.Set, checkpoint *lesson.Checkpoint) (*lesson.Classifier, *lesson.Trainer, error) {
	fmt.Fprintf(os.Stderr, say.Text("device: ", "设备：")+"%s\n", o.device())
	c, err := lesson.NewClassifier(lesson.Net, o.seed)
	if err != nil {
		return nil, nil, err
	}
	if o.init != "" {
		if err := c.LoadWeights(o.init); err != nil {
			return nil, nil, fmt.Errorf("-init: %w", err)
		}
	}
	t, err := lesson.NewTrainer(c, train, o.Config)
	if err != nil || checkpoint == nil {
		return c, t, err
	}
	return c, t, t.Resume(filepath.Join(o.out, checkpointFile))
}

// loop runs the epochs and returns the time spent in steps. Ctrl-C and SIGTERM end it between
// two steps, and what has been learned is saved; a second one ends the program at once.
func (o *options) loop(c *lesson.Classifier, t *lesson.Trainer, test *mnist.Set) (time.Duration, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	var training time.Duration
	for !t.Done() {
		if ctx.Err() != nil {
			return 0, errInterrupted
		}
		start := time.Now()
		if err := o.epoch(ctx, t); errors.Is(err, errInterrupted) {
			return 0, errors.Join(err, o.saveCheckpoint(t))
		} else if err != nil {
			return 0, err
		}
		training += time.Since(start)
		if len(t.History)%o.testEvery == 0 {
			accuracy, err := t.Test(test)
			if err != nil {
				return 0, err
			}
			if err := printLine("accuracy on test set: %s", accuracy); err != nil {
				return 0, err
			}
		}
		if err := o.write(c, t); err != nil {
			return 0, err
		}
	}
	return training, nil
}

// epoch goes once through the images and prints the mean loss now and then.
func (o *options) epoch(ctx context.Context, t *lesson.Trainer) error {
	bar := newBar()
	defer bar.clear()
	begun := t.Losses() // before an interruption
	running := 0.0
	for _, loss := range begun[len(begun)/o.logEvery*o.logEvery:] {
		running += loss
	}
	for step, err := range t.Epoch() {
		if err != nil {
			return err
		}
		running += step.Loss
		bar.show(step)
		if step.Step%o.logEvery == 0 {
			bar.clear()
			if err := printLine("[%d, %5d] loss: %.3f", step.Epoch, step.Step, running/float64(o.logEvery)); err != nil {
				return err
			}
			running = 0
		}
		if ctx.Err() != nil && step.Step < step.Steps { // at its end the epoch is tested first
			return errInterrupted
		}
	}
	return nil
}

// errInterrupted ends a training that somebody stopped.
var errInterrupted error = interruption{}

type interruption struct{}

func (interruption) Error() string { return say.Text("interrupted", "已中断") }

// advise adds to an error what became of the training.
func (o *options) advise(err error) error {
	switch {
	case o.out == "":
		return err
	case o.saved == 0 && o.savedSteps == 0 || !exists(filepath.Join(o.out, checkpointFile)):
		return say.Errorf("%w; %s holds nothing of this training to go on with",
			"%w；%s 里还没有这次训练的任何东西可以接着做", err, o.out)
	case o.savedSteps > 0:
		return say.Errorf("%w; %s holds the training up to step %d of epoch %d: -resume goes on from there",
			"%w；%s 里存着到第 %[4]d 轮第 %[3]d 步为止的训练：用 -resume 从那里接着做", err, o.out, o.savedSteps, o.saved+1)
	default:
		return say.Errorf("%w; %s holds the training up to epoch %d: -resume goes on from there",
			"%w；%s 里存着到第 %d 轮为止的训练：用 -resume 从那里接着做", err, o.out, o.saved)
	}
}

// printLine prints a line of output. A full disk behind the output is an error like others.
func printLine(format string, args ...any) error {
	_, err := fmt.Printf(format+"\n", args...)
	return err
}
