// Command read has a trained network read digits of your own, from photos or drawings:
//
//	go run ./lesson/read photo.jpg drawing.png
//
// It takes the weights that lesson/train left in out, or those named by -weights, prints
// for each picture the ten probabilities, and with -show what the network was given.
package main

import (
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"convnet.example/lesson"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/digits/photo"
	"convnet.example/lesson/say"
)

const usage = `Have a trained network read digits of your own.

usage: go run ./lesson/read [flags] picture...

A picture is a PNG, JPEG or GIF file with one digit on blank paper.

  -weights file   the trained weights (default out/weights.safetensors, where lesson/train leaves them)
  -show           print also the 28×28 pixels that the network is given
`

const usageZH = `让训练好的网络来认你自己写的数字。

用法：go run ./lesson/read [选项] 图片...

图片是 PNG、JPEG 或 GIF 文件，白纸上只写一个数字。

  -weights file   训练好的权重（默认 out/weights.safetensors，lesson/train 就存在那里）
  -show           把交给网络的 28×28 个像素也打印出来
`

func main() {
	say.In(say.Reader())
	weights := flag.String("weights", filepath.Join("out", "weights.safetensors"), "")
	show := flag.Bool("show", false, "")
	flag.Usage = func() { fmt.Fprint(flag.CommandLine.Output(), say.Text(usage, usageZH)) }
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	net, err := restore(*weights)
	if err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(1)
	}
	failed := false
	for _, path := range flag.Args() {
		if err := read(os.Stdout, net, path, *show); err != nil {
			fmt.Fprintf(os.Stderr, say.Text("%s: %v\n", "%s：%v\n"), filepath.Base(path), err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// restore is the lecture's network with trained weights.
func restore(path string) (*lesson.Classifier, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, say.Errorf("there are no weights: %w; go run ./lesson/train makes them, and -weights names others",
			"没有权重：%w；先运行 go run ./lesson/train 训练出权重，或用 -weights 指定别的文件", err)
	}
	return lesson.Restore(lesson.Net, path)
}

// read prints what the network says of a picture.
func read(w io.Writer, net *lesson.Classifier, path string, show bool) error {
	picture, err := photo.Open(path)
	if err != nil {
		return err
	}
	img, err := digits.FromImage(picture)
	if err != nil {
		return err
	}
	logits, err := net.Logits(&mnist.Set{Pixels: img, Labels: make([]byte, 1)})
	if err != nil {
		return err
	}
	p, best := lesson.Softmax(logits[0]), 0
	for digit := range p {
		if p[digit] > p[best] {
			best = digit
		}
	}
	if math.IsNaN(p[best]) {
		return say.Errorf("the network's answer is no number, as its weights are too large: train it again with a smaller -lr",
			"网络的答案不是数，因为它的权重太大了：用小一些的 -lr 重新训练")
	}
	fmt.Fprintf(w, say.Text("%s: %d, with probability %.1f %%\n", "%s：%d，概率 %.1f %%\n"), filepath.Base(path), best, 100*p[best])
	for digit, v := range p {
		fmt.Fprintf(w, "  %d %5.1f %% %s\n", digit, 100*v, strings.Repeat("#", int(math.Round(40*v))))
	}
	if show {
		fmt.Fprint(w, letters(img))
	}
	return nil
}

// letters draws an image in letters, two for a pixel, as letters are narrow.
func letters(img []byte) string {
	var b strings.Builder
	for i, v := range img {
		b.WriteString(strings.Repeat(string(" .:+#"[int(v)*5/256]), 2))
		if i%mnist.Side == mnist.Side-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
