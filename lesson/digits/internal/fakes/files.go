package fakes

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson/digits/mnist"
	"github.com/janpfeifer/must"
)

// Files are a small data set, the same in every process: 40 images that do not
// compress, and 10. FileSet has their digests.
var FileSet, Files = func() (set mnist.FileSet, files [4][]byte) {
	random := rand.NewChaCha8([32]byte{1})
	images := func(n int) []byte {
		data := make([]byte, n*mnist.Pixels)
		random.Read(data)
		return IDX(data, uint32(n), mnist.Side, mnist.Side)
	}
	labels := func(n int) []byte {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(i % 10)
		}
		return IDX(data, uint32(n))
	}
	files = [4][]byte{images(40), labels(40), images(10), labels(10)}
	for i, f := range files {
		sum := sha256.Sum256(f)
		set[i] = mnist.File{Name: mnist.Files[i].Name, Size: int64(len(f)), SHA256: hex.EncodeToString(sum[:])}
	}
	return set, files
}()

// Gzip returns the data, gzip'd.
func Gzip(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	must.M1(w.Write(data))
	must.M(w.Close())
	return b.Bytes()
}

// Zips are the fake files, gzip'd, and Size is the length of all four.
var Zips, Size = func() (zips [4][]byte, size int) {
	for i, f := range Files {
		zips[i] = Gzip(f)
		size += len(zips[i])
	}
	return zips, size
}()

// Folder returns a folder with the fake files, gzip'd.
func Folder(t *testing.T) string {
	dir := t.TempDir()
	for i, f := range FileSet {
		must.M(os.WriteFile(filepath.Join(dir, f.Name+".gz"), Zips[i], 0o666))
	}
	return dir
}

// WantError checks that an error has all the words.
func WantError(t *testing.T, err error, words ...string) {
	t.Helper()
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("got error %v, want one with %q", err, w)
		}
	}
}

// IDX returns a file in the IDX format.
func IDX(data []byte, dims ...uint32) []byte {
	file := []byte{0, 0, 0x08, byte(len(dims))}
	for _, n := range dims {
		file = binary.BigEndian.AppendUint32(file, n)
	}
	return append(file, data...)
}
