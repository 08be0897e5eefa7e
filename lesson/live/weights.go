package live

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"os"

	"convnet.example/lesson/live/internal/figure"
	"convnet.example/lesson/say"
)

// An Option says more about a figure.
type Option func(*cell) error

// Weights has the figure draw read digits by the weights in a safetensors file, such as
// lesson.Classifier.SaveWeights writes, in place of the course's own. They go into the
// notebook, 42 kB. The file must be one of the lecture's network.
func Weights(path string) Option {
	return func(c *cell) error {
		if c.figure != "draw" {
			return say.Errorf("it has no network: weights are for the figure draw", "它不含网络：权重只能给 draw 图用")
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() || info.Size() > figure.LargestFile {
			return say.Errorf("%s, with %d bytes, is not a file of the lecture's network, whose weights take 34,432", "%s 有 %d 字节，不是视频课网络的权重文件（34,432 字节）", path, info.Size())
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if _, err := figure.ReadNetwork(bytes.NewReader(data)); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		c.weights = data
		c.data = fmt.Sprintf(`data-weights="%s"`, packed(data))
		return nil
	}
}

// packed is the data compressed, as text.
func packed(data []byte) string {
	var b bytes.Buffer
	z, _ := zlib.NewWriterLevel(&b, zlib.BestCompression) // the level is one
	z.Write(data)                                         // into memory
	z.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes())
}
