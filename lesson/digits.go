package lesson

import (
	"fmt"
	"hash/crc32"
	"slices"
)

// Images have Side rows of Side pixels, as in MNIST.
const Side = 28

// pixels is the number of pixels of an image.
const pixels = Side * Side

// Mean and Std are the mean and the standard deviation of the pixels of MNIST's
// training images, on a scale from 0 (paper) to 1 (ink). The lecture subtracts the
// one and divides by the other.
const (
	Mean = 0.1307
	Std  = 0.3081
)

// Data is what a network learns from and what it is tested on.
type Data struct {
	Train, Test *Digits
	Source      string // where the digits come from, in words
}

// Digits are labelled images.
type Digits struct {
	Pixels []byte // [n, 28, 28], 0 is paper and 255 is ink
	Labels []byte // [n], 0 to 9
}

// Len returns the number of images.
func (d *Digits) Len() int { return len(d.Labels) }

// Image returns the pixels of image i, row by row: [28, 28].
func (d *Digits) Image(i int) []byte {
	return d.Pixels[i*pixels : (i+1)*pixels : (i+1)*pixels]
}

// First returns the first n images, or all of them if there are fewer.
func (d *Digits) First(n int) *Digits {
	n = min(n, d.Len())
	return &Digits{Pixels: d.Pixels[:n*pixels], Labels: d.Labels[:n]}
}

// check tells whether the labels are digits and there are as many as images. Readers
// see to that, but Digits can be made by hand.
func (d *Digits) check() error {
	if len(d.Pixels) != pixels*len(d.Labels) {
		return fmt.Errorf("%d pixels and %d labels: an image has %d pixels and one label", len(d.Pixels), len(d.Labels), pixels)
	}
	if i := slices.IndexFunc(d.Labels, func(label byte) bool { return label > 9 }); i >= 0 {
		return fmt.Errorf("label %d is %d: digits go from 0 to 9", i, d.Labels[i])
	}
	return nil
}

// sum tells digits apart.
func (d *Digits) sum() uint32 {
	return crc32.Update(crc32.ChecksumIEEE(d.Pixels), crc32.IEEETable, d.Labels)
}

// Normalize returns the value of a pixel that the network is given:
//
//	(pixel/255 − Mean) / Std
//
// Paper is −0.4242 and ink is 2.8215.
func Normalize(pixel byte) float32 { return normalized[pixel] }

// normalized holds the only 256 values there are.
var normalized = func() (values [256]float32) {
	for i := range values {
		values[i] = float32((float64(i)/255 - Mean) / Std)
	}
	return values
}()
