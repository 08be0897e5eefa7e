package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"convnet.example/lesson"
	"convnet.example/lesson/picture"
	"convnet.example/lesson/picture/plots"
	"convnet.example/lesson/say"
	"github.com/gofrs/flock"
)

// The files in -out.
const (
	checkpointFile = "checkpoint.safetensors"
	weightsFile    = "weights.safetensors"
	accuracyFile   = "accuracy.png"
	lockFile       = ".lock"
)

// folderLock is held until the program ends: the garbage collector would free one that nobody keeps.
var folderLock *flock.Flock

// prepareOut finds out before the training whether its results can be written, and
// reads the checkpoint to go on with, nil if there is none.
func (o *options) prepareOut() (*lesson.Checkpoint, error) {
	if o.out == "" {
		return nil, nil
	}
	if err := writable(o.out); err != nil {
		return nil, say.Errorf("nothing can be written to -out %s: %w (name another folder, or none with -out \"\")",
			"-out %s 里写不进东西：%w（换一个文件夹，或用 -out \"\" 什么都不写）", o.out, err)
	}
	folderLock = flock.New(filepath.Join(o.out, lockFile))
	if free, err := folderLock.TryLock(); err == nil && !free { // a file system without locks does without
		return nil, say.Errorf("another training is writing to %s: wait for it, or name another -out",
			"另一次训练正在写 %s：等它结束，或换一个 -out", o.out)
	}
	file := filepath.Join(o.out, checkpointFile)
	checkpoint, err := lesson.ReadCheckpoint(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, say.Errorf("%w (move it away, or name another -out)",
			"%w（把它移走，或换一个 -out）", err)
	case o.resume:
		return &checkpoint, nil
	case !checkpoint.Done():
		return nil, say.Errorf("%s holds a training that stopped after epoch %d of %d: go on with -resume, or name another -out",
			"%s 里有一次训练，停在第 %d 轮，共 %d 轮：用 -resume 接着做，或换一个 -out",
			o.out, len(checkpoint.History), checkpoint.Config.Epochs)
	}
	return nil, nil
}

// writable makes the folder and tries it.
func writable(folder string) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, ".writable")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// write saves what there is after an epoch. What cannot be drawn is still saved.
func (o *options) write(c *lesson.Classifier, t *lesson.Trainer) error {
	if o.out == "" {
		return nil
	}
	curve := plots.Render(plots.Accuracy(t.Accuracies()), 640, 400)
	files := func() error {
		return errors.Join(o.saveCheckpoint(t),
			c.SaveWeights(filepath.Join(o.out, weightsFile)),
			picture.Save(filepath.Join(o.out, accuracyFile), curve))
	}
	err := files()
	if errors.Is(err, fs.ErrNotExist) { // the folder was deleted between two files
		err = files()
	}
	return err
}

// saveCheckpoint saves what -resume goes on with.
func (o *options) saveCheckpoint(t *lesson.Trainer) error {
	if o.out == "" {
		return nil
	}
	if err := os.MkdirAll(o.out, 0o777); err != nil { // somebody may have deleted it
		return err
	}
	err := t.Save(filepath.Join(o.out, checkpointFile))
	if err == nil {
		o.saved, o.savedSteps = len(t.History), len(t.Losses())
	}
	return err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
