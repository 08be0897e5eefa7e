package mnist

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"

	"convnet.example/lesson/internal/file"
)

// GzipMagic is what gzip'd data starts with.
var GzipMagic = []byte{0x1f, 0x8b}

// inflation is how many bytes a byte of gzip'd data can become at most: see "Maximum
// Compression Factor" in https://zlib.net/zlib_tech.html.
const inflation = 1032

// Uncompressed calls read with what is in a file, gunzip'd if it is gzip'd, and the most
// bytes that this can be. The name does not say: browsers like to uncompress what they
// download and leave the .gz in its name.
func Uncompressed(path string, read func(r io.Reader, most int64) error) error {
	// Asked before it is opened: opening a pipe would wait for somebody to write.
	info, err := os.Stat(path)
	if err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return fmt.Errorf("not a file but a %v", file.Kind(info))
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	if start, _ := r.Peek(len(GzipMagic)); !bytes.Equal(start, GzipMagic) {
		return read(r, info.Size())
	}
	unzip, err := gzip.NewReader(r)
	if err != nil {
		return err
	}
	return read(unzip, inflation*info.Size())
}
