// Command weights trains the weights that the live figure draw has by itself: those of the
// lecture's network, on MNIST and on the digits that the course draws, all of them turned,
// slanted, scaled and shifted at random, so that a hand that writes unlike MNIST's writers is
// read as well.
//
//	go run ./lesson/live/weights FILE.safetensors
package main

import (
	"fmt"
	"os"
	"slices"

	"convnet.example/lesson"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./lesson/live/weights FILE.safetensors")
		os.Exit(2)
	}
	if err := train(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "weights:", err)
		os.Exit(1)
	}
}

// The epochs go through 120,000 digits each, every time bent anew. The last ones take smaller
// steps.
const epochs, last = 16, 4

func train(file string) error {
	data, err := digits.Open("mnist")
	if err != nil {
		return err
	}
	own := digits.Builtin()
	learn := &mnist.Set{
		Pixels: slices.Concat(data.Train.Pixels, own.Train.Pixels),
		Labels: slices.Concat(data.Train.Labels, own.Train.Labels),
	}
	net, err := lesson.NewClassifier(lesson.Net, 1)
	if err != nil {
		return err
	}
	for epoch := range epochs {
		config := lesson.Config{SGD: lesson.SGD{LearningRate: 0.05, Momentum: 0.5}, Epochs: 1, Seed: int64(epoch)}
		if epoch >= epochs-last {
			config.LearningRate = 0.01
		}
		loss, err := learnOnce(net, bent(learn, uint64(epoch)), config)
		if err != nil {
			return err
		}
		mnistRight, err := net.Test(data.Test)
		if err != nil {
			return err
		}
		ownRight, err := net.Test(own.Test)
		if err != nil {
			return err
		}
		fmt.Printf("epoch %2d, loss %.3f: MNIST %v, drawn digits %v\n", epoch+1, loss, mnistRight, ownRight)
	}
	return net.SaveWeights(file)
}

// learnOnce goes once through the digits.
func learnOnce(net *lesson.Classifier, d *mnist.Set, config lesson.Config) (loss float64, err error) {
	trainer, err := lesson.NewTrainer(net, d, config)
	if err != nil {
		return 0, err
	}
	for _, err := range trainer.Epoch() {
		if err != nil {
			return 0, err
		}
	}
	return trainer.History[0].Loss, nil
}
