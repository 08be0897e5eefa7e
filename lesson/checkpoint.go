package lesson

import (
	"encoding/json"
	"fmt"
	"slices"

	"convnet.example/lesson/safetensors"
	"convnet.example/lesson/say"
)

// A Checkpoint is what a file says about the training that it was saved from. The
// weights and velocities are in the same file, so that they cannot part: it is a
// safetensors file with this as its metadata.
type Checkpoint struct {
	Config  Config
	History []Result
	Images  int       // to train with
	Sum     uint32    // CRC-32 of these images and their labels
	Losses  []float64 `json:",omitempty"` // of the steps of an epoch that had begun
}

// checkpointKey is where the metadata of a safetensors file holds a checkpoint.
const checkpointKey = "checkpoint"

// Done tells whether the training was over.
func (c Checkpoint) Done() bool { return len(c.History) >= c.Config.Epochs }

// ReadCheckpoint reads what a checkpoint says.
func ReadCheckpoint(file string) (Checkpoint, error) {
	c, _, err := readCheckpoint(file)
	return c, err
}

func readCheckpoint(file string) (Checkpoint, weights, error) {
	var c Checkpoint
	arrays, metadata, err := safetensors.ReadFile(file)
	if err != nil {
		return c, nil, err
	}
	text, ok := metadata[checkpointKey]
	if !ok {
		return c, nil, say.Errorf("%s holds weights but is no checkpoint: LoadWeights reads it, and -init starts from it",
			"%s 里有权重，但不是检查点：LoadWeights 可以读它，-init 可以从它开始", file)
	}
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return c, nil, say.Errorf("%s: the checkpoint cannot be read: %w",
			"%s：检查点读不出来：%w", file, err)
	}
	c.Config = c.Config.withDefaults()
	if err := c.check(); err != nil {
		return c, nil, say.Errorf("%s: the checkpoint is damaged: %w",
			"%s：检查点已损坏：%w", file, err)
	}
	return c, arrays, nil
}

// check finds what no training writes.
func (c Checkpoint) check() error {
	for i, result := range c.History {
		if a := result.Accuracy; a.Correct < 0 || a.Correct > a.Total {
			return say.Errorf("after epoch %d, %d of %d digits were right",
				"第 %d 轮之后答对了 %d 个，而共有 %d 个", i+1, a.Correct, a.Total)
		}
	}
	if c.Images < 1 {
		return say.Errorf("it has %d images",
			"图像数是 %d", c.Images)
	}
	if err := c.Config.Check(); err != nil {
		return err
	}
	if steps := (c.Images-1)/c.Config.Batch + 1; len(c.Losses) > steps {
		return say.Errorf("it has %d steps of an epoch of %d",
			"一轮共 %[2]d 步，它却有 %[1]d 步", len(c.Losses), steps)
	}
	return nil
}

// Save writes a checkpoint: with it a training goes on after its last step as if it had not
// stopped. A file of that name is replaced, in one go.
func (t *Trainer) Save(file string) error {
	text, err := json.Marshal(Checkpoint{t.config, t.History, t.digits.Len(), t.digits.Checksum(), t.losses})
	if err != nil {
		return err
	}
	return safetensors.WriteFile(file, t.classifier.arrays(), map[string]string{checkpointKey: string(text)})
}

// Resume goes on after the last step of a checkpoint, with this trainer's Config. The digits
// must be the same, and in the middle of an epoch their order and batches, too.
func (t *Trainer) Resume(file string) error {
	c, arrays, err := readCheckpoint(file)
	if err != nil {
		return err
	}
	if c.Images != t.digits.Len() || c.Sum != t.digits.Checksum() {
		return say.Errorf("%s was trained with %d other images: give it the same (with -data and -n)",
			"%s 是用另外 %d 张图像训练的：请给它同样的图像（用 -data 和 -n）", file, c.Images)
	}
	old, now := c.Config, t.config
	if len(c.Losses) > 0 && (old.Batch != now.Batch || old.Seed != now.Seed || old.FileOrder != now.FileOrder) {
		return say.Errorf("%s stopped within epoch %d: until that is over, the batch of %d and the order of the digits (seed %d) must stay as they are",
			"%s 停在第 %d 轮中间：这一轮做完之前，每批 %d 张和数字的顺序（种子 %d）都不能改", file, len(c.History)+1, old.Batch, old.Seed)
	}
	if err := t.classifier.checkState(arrays); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if err := t.classifier.setArrays(arrays); err != nil {
		return err
	}
	t.good, t.goodLosses = arrays, slices.Clone(c.Losses)
	t.History, t.losses = c.History, c.Losses
	return nil
}
