package exercise

import (
	"encoding/binary"
	"math"
	"testing"

	"convnet.example/lesson/digits/mnist"
)

func TestPixelAt(t *testing.T) {
	split := func(rest int, lengths ...int) (at [4]int) { // the fastest axis first
		for i, length := range lengths {
			at[i] = rest % length
			rest /= length
		}
		at[3] = rest
		return at
	}
	judge(t,
		answer{"right", true, func() {
			PixelAt(func(s [4]int, offset int) [4]int {
				at := split(offset, s[3], s[2], s[1])
				return [4]int{at[3], at[2], at[1], at[0]}
			})
		}},
		answer{"right, image by image", true, func() {
			PixelAt(func(s [4]int, offset int) (at [4]int) {
				for axis, step := range []int{s[1] * s[2] * s[3], s[2] * s[3], s[3], 1} {
					at[axis] = offset / step
					offset -= at[axis] * step
				}
				return at
			})
		}},
		answer{"stub", false, func() { PixelAt(func(s [4]int, offset int) (at [4]int) { return at }) }},
		answer{"NHWC", false, func() {
			PixelAt(func(s [4]int, offset int) [4]int {
				at := split(offset, s[1], s[3], s[2])
				return [4]int{at[3], at[0], at[2], at[1]}
			})
		}},
		answer{"width and height swapped", false, func() {
			PixelAt(func(s [4]int, offset int) [4]int {
				at := split(offset, s[2], s[3], s[1])
				return [4]int{at[3], at[2], at[0], at[1]}
			})
		}},
		answer{"one channel alone", false, func() {
			PixelAt(func(s [4]int, offset int) [4]int {
				plane := s[2] * s[3]
				return [4]int{offset / plane, 0, offset % plane / s[3], offset % s[3]}
			})
		}},
	)
}

func TestToNHWC(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			ToNHWC(func(x []byte, c, h, w int) (y []byte) {
				for i := range h * w {
					for k := range c {
						y = append(y, x[k*h*w+i])
					}
				}
				return y
			})
		}},
		answer{"stub", false, func() { ToNHWC(func(x []byte, c, h, w int) []byte { return x }) }},
		answer{"columns before rows", false, func() {
			ToNHWC(func(x []byte, c, h, w int) (y []byte) {
				for j := range w {
					for i := range h {
						for k := range c {
							y = append(y, x[(k*h+i)*w+j])
						}
					}
				}
				return y
			})
		}},
	)
}

func TestGrey(t *testing.T) {
	grey := func(planes bool, round func(float64) float64) func(rgb []byte) []byte {
		return func(rgb []byte) []byte {
			y := make([]byte, len(rgb)/3)
			for i := range y {
				r, g, b := i, len(y)+i, 2*len(y)+i
				if !planes {
					r, g, b = 3*i, 3*i+1, 3*i+2
				}
				y[i] = byte(round(0.299*float64(rgb[r]) + 0.587*float64(rgb[g]) + 0.114*float64(rgb[b])))
			}
			return y
		}
	}
	judge(t,
		answer{"right", true, func() { Grey(grey(true, math.Round)) }},
		answer{"stub", false, func() { Grey(func(rgb []byte) []byte { return nil }) }},
		answer{"cut off", false, func() { Grey(grey(true, math.Floor)) }},
		answer{"as if it were [h, w, 3]", false, func() { Grey(grey(false, math.Round)) }},
	)
}

func TestHeader(t *testing.T) {
	header := func(first int, order binary.ByteOrder) func(file []byte) []int {
		return func(file []byte) (dims []int) {
			for i := range int(file[3]) {
				dims = append(dims, int(order.Uint32(file[first+4*i:])))
			}
			return dims
		}
	}
	judge(t,
		answer{"right", true, func() { Header(header(4, binary.BigEndian)) }},
		answer{"stub", false, func() { Header(func(file []byte) []int { return nil }) }},
		answer{"the wrong end first", false, func() { Header(header(4, binary.LittleEndian)) }},
		answer{"too early", false, func() { Header(header(0, binary.BigEndian)) }},
		answer{"always three", false, func() {
			Header(func(file []byte) (dims []int) {
				for i := range 3 {
					dims = append(dims, int(binary.BigEndian.Uint32(file[4+4*i:])))
				}
				return dims
			})
		}},
		answer{"the last byte alone", false, func() {
			Header(func(file []byte) (dims []int) {
				for i := range int(file[3]) {
					dims = append(dims, int(file[7+4*i]))
				}
				return dims
			})
		}},
	)
}

func TestDenormalize(t *testing.T) {
	pixel := func(v float32) float64 { return (float64(v)*mnist.Std + mnist.Mean) * 255 }
	judge(t,
		answer{"right", true, func() { Denormalize(func(v float32) byte { return byte(math.Round(pixel(v))) }) }},
		answer{"right, half added", true, func() {
			Denormalize(func(v float32) byte { return byte((v*mnist.Std+mnist.Mean)*255 + 0.5) })
		}},
		answer{"stub", false, func() { Denormalize(func(v float32) byte { return 0 }) }},
		answer{"cut off", false, func() { Denormalize(func(v float32) byte { return byte(pixel(v)) }) }},
		answer{"the wrong order", false, func() {
			Denormalize(func(v float32) byte { return byte(math.Round((float64(v) + mnist.Mean) * mnist.Std * 255)) })
		}},
	)
}
