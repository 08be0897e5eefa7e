package lesson

import (
	"math"

	"convnet.example/lesson/say"
)

// Config says how a network is trained. The zero Config is the lecture's.
type Config struct {
	SGD             // zero: SGD{LearningRate: 0.01, Momentum: 0.5}
	Epochs    int   // to train in all; zero: 10
	Batch     int   // images in a step; zero: 64
	Seed      int64 // of the order of the images
	FileOrder bool  // keeps the images in their order; else every epoch shuffles them

	// Devices share each batch; zero: 1. They change nothing but rounding, and belong to the
	// machine: no checkpoint keeps them, and another number may go on at any step.
	Devices int `json:"-"`
}

func (c Config) withDefaults() Config {
	if c.SGD == (SGD{}) {
		c.SGD = SGD{LearningRate: 0.01, Momentum: 0.5}
	}
	if c.Epochs == 0 {
		c.Epochs = 10
	}
	if c.Batch == 0 {
		c.Batch = 64
	}
	if c.Devices == 0 {
		c.Devices = 1
	}
	return c
}

// Check says what is wrong with the settings, if anything.
func (c Config) Check() error {
	rate, momentum := c.LearningRate, c.Momentum
	switch {
	case !(rate > 0) || math.IsInf(rate, 1):
		return say.Errorf("the learning rate is %v: it must be a positive number, such as 0.01",
			"学习率是 %v：它必须是正数，例如 0.01", rate)
	case !(momentum >= 0 && momentum < 1):
		return say.Errorf("the momentum is %v: it must be at least 0 and less than 1, such as 0.5",
			"动量是 %v：它至少为 0 且小于 1，例如 0.5", momentum)
	case c.Epochs < 1:
		return say.Errorf("%d epochs: there must be at least one",
			"轮数（epochs）是 %d：至少要有一轮", c.Epochs)
	case c.Batch < 1:
		return say.Errorf("a batch of %d images: it must have at least one",
			"一批 %d 张图像：至少要有一张", c.Batch)
	case c.Devices < 1:
		return say.Errorf("%d devices: there must be at least one",
			"设备数（devices）是 %d：至少要有一个", c.Devices)
	}
	return nil
}
