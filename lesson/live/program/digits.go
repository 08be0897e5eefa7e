//go:build js && wasm

package main

import (
	"image/color"
	"strconv"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/internal/colour"
	"convnet.example/lesson/say"
)

// digitNames are what a list of the ten digits says.
func digitNames() (names []string) {
	for i := range 10 {
		names = append(names, say.Text("the digit ", "数字 ")+strconv.Itoa(i))
	}
	return names
}

// plane is the ink of an image, from 0 to 1, row by row.
func plane(img []byte) [][]float64 {
	rows := make([][]float64, mnist.Side)
	for i, pixel := range img {
		rows[i/mnist.Side] = append(rows[i/mnist.Side], float64(pixel)/255)
	}
	return rows
}

// mixed is ink under a window: amber where there is paper.
func mixed(v float64) color.Color {
	r, g, b, _ := colour.Covered.RGBA()
	part := func(c uint32) uint8 { return uint8(float64(c>>8) * (1 - 0.85*max(0, min(1, v)))) }
	return color.RGBA{part(r), part(g), part(b), 0xff}
}
