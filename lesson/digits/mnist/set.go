package mnist

import (
	"fmt"
	"hash/crc32"
	"slices"
)

// A Set is labelled images in MNIST's form, whoever wrote them.
type Set struct {
	Pixels []byte // [n, 28, 28], 0 is paper and 255 is ink
	Labels []byte // [n], 0 to 9
}

// Len returns the number of images.
func (d *Set) Len() int { return len(d.Labels) }

// Image returns the pixels of image i, row by row: [28, 28].
func (d *Set) Image(i int) []byte {
	return d.Pixels[i*Pixels : (i+1)*Pixels : (i+1)*Pixels]
}

// First returns the first n images, or all of them if there are fewer.
func (d *Set) First(n int) *Set {
	n = min(n, d.Len())
	return &Set{Pixels: d.Pixels[:n*Pixels], Labels: d.Labels[:n]}
}

// Moved returns the images moved down and to the right by so many pixels, or up and to the left
// where they are negative. Paper comes in on one side, and what leaves on the other is lost.
func (d *Set) Moved(down, right int) *Set {
	moved := &Set{Pixels: make([]byte, len(d.Pixels)), Labels: d.Labels}
	for i := range d.Pixels {
		row, column := i%Pixels/Side-down, i%Side-right
		if row >= 0 && row < Side && column >= 0 && column < Side {
			moved.Pixels[i] = d.Pixels[i-down*Side-right]
		}
	}
	return moved
}

// Split returns the first n images and the rest: to learn from the ones, and to hold the others
// out. If there are no more than n, the rest is empty.
func (d *Set) Split(n int) (first, rest *Set) {
	first = d.First(n)
	return first, &Set{Pixels: d.Pixels[len(first.Pixels):], Labels: d.Labels[first.Len():]}
}

// Values returns the images as the network is given them: 784 numbers each, which
// [Normalize] makes of the pixels. Labels have no part in it.
func (d *Set) Values() [][]float32 {
	var list [][]float32
	for image := range slices.Chunk(d.Pixels, Pixels) {
		x := make([]float32, len(image))
		for i, pixel := range image {
			x[i] = Normalize(pixel)
		}
		list = append(list, x)
	}
	return list
}

// ImageOf returns the image [28, 28] whose values as the network is given them are nearest to
// these: what [Set.Values] is undone by. What is paler than paper becomes paper, and what is
// darker than ink becomes ink.
func ImageOf(values []float32) []byte {
	image := make([]byte, len(values))
	for i, v := range values {
		image[i] = byte(max(0, min(255, 255*(Std*float64(v)+Mean)+0.5)))
	}
	return image
}

// Check tells whether the labels are digits and there are as many as images. Readers
// see to that, but a Set can be made by hand.
func (d *Set) Check() error {
	if len(d.Pixels) != Pixels*len(d.Labels) {
		return fmt.Errorf("%d pixels and %d labels: an image has %d pixels and one label", len(d.Pixels), len(d.Labels), Pixels)
	}
	if i := slices.IndexFunc(d.Labels, func(label byte) bool { return label > 9 }); i >= 0 {
		return fmt.Errorf("label %d is %d: digits go from 0 to 9", i, d.Labels[i])
	}
	return nil
}

// Checksum tells digits apart.
func (d *Set) Checksum() uint32 {
	return crc32.Update(crc32.ChecksumIEEE(d.Pixels), crc32.IEEETable, d.Labels)
}
