package lesson

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeFiles are a small data set, the same in every process: 40 images that do not
// compress, and 10. fakeSet has their digests.
var fakeSet, fakeFiles = func() (set dataSet, files [4][]byte) {
	random := rand.NewChaCha8([32]byte{1})
	images := func(n int) []byte {
		data := make([]byte, n*pixels)
		random.Read(data)
		return idx(data, uint32(n), Side, Side)
	}
	labels := func(n int) []byte {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(i % 10)
		}
		return idx(data, uint32(n))
	}
	files = [4][]byte{images(40), labels(40), images(10), labels(10)}
	for i, f := range files {
		sum := sha256.Sum256(f)
		set[i] = idxFile{mnist[i].name, int64(len(f)), hex.EncodeToString(sum[:])}
	}
	return set, files
}()

func gzipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	Must(w.Write(data))
	Check(w.Close())
	return b.Bytes()
}

// fakeZips are the fake files, gzip'd, and fakeSize is the length of all four.
var fakeZips, fakeSize = func() (zips [4][]byte, size int) {
	for i, f := range fakeFiles {
		zips[i] = gzipped(f)
		size += len(zips[i])
	}
	return zips, size
}()

// fakeFolder returns a folder with the fake files, gzip'd.
func fakeFolder(t *testing.T) string {
	dir := t.TempDir()
	for i, f := range fakeSet {
		Check(os.WriteFile(filepath.Join(dir, f.name+".gz"), fakeZips[i], 0o666))
	}
	return dir
}

func wantFake(t *testing.T, data *Data, source string) {
	t.Helper()
	if data.Source != source {
		t.Errorf("got source %q, want %q", data.Source, source)
	}
	same := func(d *Digits, images, labels []byte) bool {
		return bytes.Equal(d.Pixels, images[16:]) && bytes.Equal(d.Labels, labels[8:])
	}
	if !same(data.Train, fakeFiles[0], fakeFiles[1]) || !same(data.Test, fakeFiles[2], fakeFiles[3]) {
		t.Error("the digits are not those in the files")
	}
}

// wantError checks that an error has all the words.
func wantError(t *testing.T, err error, words ...string) {
	t.Helper()
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("got error %v, want one with %q", err, w)
		}
	}
}
