package mnist_test

import (
	"bytes"
	"fmt"

	"convnet.example/lesson/digits/mnist"
)

// Paper and ink as the network is given them.
func ExampleNormalize() {
	fmt.Printf("%.4f %.4f\n", mnist.Normalize(0), mnist.Normalize(255))
	// Output: -0.4242 2.8215
}

// Two images, of which the second begins with ink.
func ExampleSet_Values() {
	d := &mnist.Set{Pixels: make([]byte, 2*mnist.Pixels)}
	d.Image(1)[0] = 255
	x := d.Values()
	fmt.Printf("%d images, %.4f and %.4f\n", len(x), x[0][0], x[1][0])
	// Output: 2 images, -0.4242 and 2.8215
}

// Two digits to learn from, and one that is held out.
func ExampleSet_Split() {
	d := &mnist.Set{Pixels: make([]byte, 3*mnist.Pixels), Labels: []byte{5, 0, 4}}
	learn, held := d.Split(2)
	fmt.Println(learn.Labels, held.Labels, held.Check())
	// Output: [5 0] [4] <nil>
}

// Values of pixels become those pixels again, and what lies outside becomes paper or ink.
func ExampleImageOf() {
	d := &mnist.Set{Pixels: make([]byte, mnist.Pixels)}
	for i := range d.Pixels {
		d.Pixels[i] = byte(i)
	}
	fmt.Println(bytes.Equal(mnist.ImageOf(d.Values()[0]), d.Pixels))
	fmt.Println(mnist.ImageOf([]float32{-7, 0, 7}))
	// Output:
	// true
	// [0 33 255]
}

// A pixel in the corner goes one down and two to the right; back again it is where it was, and
// one further it has left the image.
func ExampleSet_Moved() {
	d := &mnist.Set{Pixels: make([]byte, mnist.Pixels), Labels: []byte{7}}
	d.Image(0)[0] = 255
	moved := d.Moved(1, 2)
	fmt.Println(moved.Image(0)[1*mnist.Side+2], moved.Moved(-1, -2).Image(0)[0])
	fmt.Println(bytes.Count(d.Moved(0, -1).Pixels, []byte{255}), "pixels of ink")
	// Output:
	// 255 255
	// 0 pixels of ink
}
