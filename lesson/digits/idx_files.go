package digits

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
)

// readPair reads a file of images and the file of their labels. It also returns the
// SHA-256 of each, uncompressed.
func readPair(images, labels string) (d *mnist.Set, sums [2]string, err error) {
	d = new(mnist.Set)
	if d.Pixels, sums[0], err = readImages(images); err != nil {
		return nil, sums, err
	}
	if d.Labels, sums[1], err = readLabels(labels); err != nil {
		return nil, sums, err
	}
	if n := len(d.Pixels) / mnist.Pixels; n != d.Len() {
		return nil, sums, say.Errorf("%s has %d images, but %s has %d labels: get both files from one place",
			"%s 有 %d 张图像，而 %s 有 %d 个标签：两个文件要取自同一处", images, n, labels, d.Len())
	}
	return d, sums, nil
}

func readImages(path string) (data []byte, sum string, err error) {
	return readIDXFile(path, func(dims []int) error {
		switch {
		case len(dims) != 3:
			return say.Errorf("it does not hold images: its dimensions are %v, not [n 28 28]; is it swapped with the labels?",
				"里面不是图像：它的维度是 %v，不是 [n 28 28]；是不是和标签文件弄反了？", dims)
		case !slices.Equal(dims[1:], []int{mnist.Side, mnist.Side}):
			return say.Errorf("its images have %d×%d pixels, and this course reads 28×28: scale them first",
				"图像是 %d×%d 像素，而本课程只读 28×28：请先缩放", dims[1], dims[2])
		case dims[0] == 0:
			return say.Errorf("it has no images: get a file that does",
				"里面一张图像也没有：换一个有图像的文件")
		}
		return nil
	})
}

func readLabels(path string) (data []byte, sum string, err error) {
	data, sum, err = readIDXFile(path, func(dims []int) error {
		if len(dims) != 1 {
			return say.Errorf("it does not hold labels: its dimensions are %v, not [n]; is it swapped with the images?",
				"里面不是标签：它的维度是 %v，不是 [n]；是不是和图像文件弄反了？", dims)
		}
		return nil
	})
	if i := slices.IndexFunc(data, func(label byte) bool { return label > 9 }); i >= 0 {
		return nil, "", say.Errorf("%s: label %d is %d, and digits go from 0 to 9: this course reads digits only",
			"%s：第 %d 个标签是 %d，而数字只有 0 到 9：本课程只读数字", path, i, data[i])
	}
	return data, sum, err
}

// readIDXFile reads an IDX file, gzip'd or not, if its dimensions are accepted, and its
// SHA-256, uncompressed.
func readIDXFile(path string, accept func(dims []int) error) (data []byte, sum string, err error) {
	hash := sha256.New()
	err = mnist.Uncompressed(path, func(r io.Reader, most int64) error {
		data, _, err = readIDX(io.TeeReader(r, hash), most, accept)
		return err
	})
	if err != nil {
		return nil, "", say.Errorf("%s: %w: put a good copy in its place",
			"%s：%w：请换成一份完好的文件", path, err)
	}
	return data, hex.EncodeToString(hash.Sum(nil)), nil
}
