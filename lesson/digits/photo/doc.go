// Package photo finds the digit in a picture, a photo or a drawing of any size, and brings it
// into MNIST's form: 28×28 pixels, white ink on black paper, scaled and centred as MNIST's
// makers did. It needs no file and no network, and builds for the browser too.
package photo
