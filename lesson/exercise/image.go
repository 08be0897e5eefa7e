package exercise

import "convnet.example/lesson/digits/mnist"

// PixelAt checks exercise 01.1: which pixel [n, c, h, w] lies at an offset in the flat array
// of a batch whose shape is [batch, channels, height, width].
func PixelAt(solve func(shape [4]int, offset int) [4]int) {
	var trials []trial
	for _, c := range []struct {
		shape  [4]int
		offset int
		want   [4]int
	}{
		{[4]int{2, 3, 12, 18}, 19, [4]int{0, 0, 1, 1}},
		{[4]int{2, 3, 12, 18}, 980, [4]int{1, 1, 6, 8}},
		{[4]int{2, 3, 12, 18}, 647, [4]int{0, 2, 11, 17}},
		{[4]int{2, 3, 12, 18}, 648, [4]int{1, 0, 0, 0}},
		{[4]int{64, 1, 28, 28}, 27, [4]int{0, 0, 0, 27}},
		{[4]int{64, 1, 28, 28}, 50175, [4]int{63, 0, 27, 27}},
		{[4]int{64, 10, 24, 12}, 10793, [4]int{3, 7, 11, 5}},
	} {
		trials = append(trials, trial{
			given: arguments("shape = %v, offset = %d", c.shape, c.offset),
			got:   func() any { return solve(c.shape, c.offset) },
			want:  c.want,
		})
	}
	question{"01.1", text{"from an offset back to the pixel", "由位置反推像素"}, text{
		"begin at the fast end: w is the remainder of offset/W; what is left, the whole part, counts rows, and the same again gives h.",
		"从变得最快的轴开始：offset 除以 W，余数是 w；商是行的序号，对它再做同样的事，就得到 h。",
	}}.check(trials...)
}

// ToNHWC checks exercise 01.2: an image of planes, [c, h, w], becomes one of pixels,
// [h, w, c].
func ToNHWC(solve func(x []byte, c, h, w int) []byte) {
	var trials []trial
	for _, c := range []struct {
		c, h, w int
		want    []byte
	}{
		{3, 1, 2, []byte{0, 2, 4, 1, 3, 5}},
		{3, 2, 2, []byte{0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}},
		{1, 2, 3, []byte{0, 1, 2, 3, 4, 5}},
		{2, 2, 3, []byte{0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11}},
	} {
		trials = append(trials, trial{
			given: arguments("x = %v, c = %d, h = %d, w = %d", numbered(c.c*c.h*c.w), c.c, c.h, c.w),
			got:   func() any { return solve(numbered(c.c*c.h*c.w), c.c, c.h, c.w) },
			want:  c.want,
		})
	}
	question{"01.2", text{"from planes to pixels", "从 CHW 到 HWC"}, text{
		"three loops over h, w and c, in this order: append the number at (c·H + h)·W + w.",
		"三层循环，依次是 h、w、c：每次取出 (c·H + h)·W + w 处的数，append 上去。",
	}}.check(trials...)
}

// numbered returns n bytes that count from 0.
func numbered(n int) []byte {
	x := make([]byte, n)
	for i := range x {
		x[i] = byte(i)
	}
	return x
}

// Grey checks exercise 01.3: an RGB image, three planes [3, h, w], becomes one of grey,
// [h, w]: 0.299·R + 0.587·G + 0.114·B, rounded.
func Grey(solve func(rgb []byte) []byte) {
	var trials []trial
	for _, c := range []struct{ rgb, want []byte }{
		{[]byte{255, 255, 255}, []byte{255}},
		{[]byte{255, 0, 0, 0, 255, 0, 0, 0, 255}, []byte{76, 150, 29}},
		{[]byte{90, 20, 170, 80, 250, 150}, []byte{155, 70}},
		{[]byte{10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120}, []byte{43, 53, 63, 73}},
	} {
		trials = append(trials, trial{
			given: arguments("rgb = %v", c.rgb),
			got:   func() any { return solve(append([]byte(nil), c.rgb...)) },
			want:  c.want,
		})
	}
	question{"01.3", text{"grey from red, green and blue", "彩色变灰度"}, text{
		"a plane is a third of the array, so pixel i is at i, n+i and 2n+i; compute with floats and round with math.Round.",
		"每个平面占数组的三分之一，所以第 i 个像素在 i、n+i 和 2n+i 处；用浮点数计算，最后 math.Round。",
	}}.check(trials...)
}

// Header checks exercise 01.4: the dimensions in the header of an IDX file; the data follows.
func Header(solve func(file []byte) []int) {
	var trials []trial
	for _, c := range []struct {
		file []byte
		want []int
	}{
		{[]byte{0, 0, 8, 3, 0, 0, 0xea, 0x60, 0, 0, 0, 28, 0, 0, 0, 28, 0, 0}, []int{60000, 28, 28}},
		{[]byte{0, 0, 8, 1, 0, 0, 0x27, 0x10, 7, 2, 1, 0}, []int{10000}},
		{[]byte{0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 255, 255}, []int{2, 1}},
		{[]byte{0, 0, 8, 4, 0, 0, 1, 2, 0, 0, 0, 3, 0, 0, 0, 32, 0, 0, 0, 16, 9, 9, 9, 9}, []int{258, 3, 32, 16}},
		{[]byte{0, 0, 8, 1, 0, 1, 0, 0, 5}, []int{65536}},
	} {
		trials = append(trials, trial{
			given: arguments("file = [% x]", c.file),
			got:   func() any { return solve(append([]byte(nil), c.file...)) },
			want:  c.want,
		})
	}
	question{"01.4", text{"read a header", "读文件头"}, text{
		"byte 3 says how many dimensions there are; each takes four bytes from byte 4 on, the largest first: binary.BigEndian.Uint32.",
		"第 3 个字节（从 0 数起）是维数；从第 4 个字节起每维占四个字节，高位在前：binary.BigEndian.Uint32。",
	}}.check(trials...)
}

// Denormalize checks exercise 01.5: the pixel whose normalized value is given.
func Denormalize(solve func(v float32) byte) {
	var trials []trial
	for _, pixel := range []byte{0, 255, 128, 1, 254, 33} {
		v := mnist.Normalize(pixel)
		trials = append(trials, trial{
			given: arguments("v = %.4f", v),
			got:   func() any { return solve(v) },
			want:  pixel,
		})
	}
	trials = append(trials, trial{
		given: text{"all 256 pixels, one after the other: how many come back", "256 个像素值逐一试过，能还原的个数"},
		got: func() any {
			n := 0
			for pixel := range 256 {
				if solve(mnist.Normalize(byte(pixel))) == byte(pixel) {
					n++
				}
			}
			return n
		},
		want: 256,
	})
	question{"01.5", text{"undo Normalize", "还原 Normalize"}, text{
		"multiply by Std, add Mean, multiply by 255, and round: byte(x) alone cuts 2.999999 down to 2.",
		"先乘 Std，再加 Mean，再乘 255，最后四舍五入：byte(x) 只截断，2.999999 会变成 2。",
	}}.check(trials...)
}
