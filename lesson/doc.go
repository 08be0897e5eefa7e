// Package lesson is the lecture's network and its training: the layers with PyTorch's
// meaning, momentum SGD, and weights that PyTorch reads. Package watch draws a training while
// it runs.
//
// It follows a lecture that builds one network and trains it on MNIST:
//
//	data := must.M1(digits.Open("auto"))
//	net := must.M1(lesson.NewClassifier(lesson.Net, 1))
//	trainer := must.M1(lesson.NewTrainer(net, data.Train, lesson.Config{}))
//	for range 10 {
//		for _, err := range trainer.Epoch() {
//			must.M(err)
//		}
//		fmt.Println(must.M1(trainer.Test(data.Test)))
//	}
//
// Start with net.go. What needs no tensors has rooms of its own below this one: the
// arithmetic as loops (conv), the digits (digits), pictures (picture), the file format of
// weights (safetensors). A cell links no more than it imports.
//
// Shapes are written [n, c, h, w]: n images in a batch, c channels, height h and
// width w, in PyTorch's order. Weights carry PyTorch's names and layout, so that a
// network can be trained here and used there, or the other way round.
//
// Functions that build graphs and functions that do arithmetic panic when they are
// given shapes that do not fit, as GoMLX and gonum do. Everything else returns errors.
//
// It is a lesson, not a framework: one image size, one kind of task, and, but for several
// devices, no options beyond what the lecture talks about. For anything larger, use GoMLX
// itself.
package lesson
