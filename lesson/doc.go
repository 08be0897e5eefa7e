// Package lesson holds what would distract in a notebook cell: the handwritten
// digits, the layers of a convolutional network with PyTorch's meaning, momentum
// SGD, and pictures of what goes on inside.
//
// It follows a lecture that builds one network and trains it on MNIST:
//
//	data := lesson.Must(lesson.Open("auto"))
//	net := lesson.Must(lesson.NewClassifier(lesson.Net, 1))
//	trainer := lesson.Must(lesson.NewTrainer(net, data.Train, lesson.Config{}))
//	for range 10 {
//		for _, err := range trainer.Epoch() {
//			lesson.Check(err)
//		}
//		fmt.Println(lesson.Must(trainer.Test(data.Test)))
//	}
//
// Shapes are written [n, c, h, w]: n images in a batch, c channels, height h and
// width w, in PyTorch's order. Weights carry PyTorch's names and layout, so that a
// network can be trained here and used there, or the other way round.
//
// Functions that build graphs and functions that do arithmetic panic when they are
// given shapes that do not fit, as GoMLX and gonum do. Everything else returns errors.
//
// It is a lesson, not a framework: one image size, one kind of task, no options
// beyond what the lecture talks about. For anything larger, use GoMLX itself.
package lesson
