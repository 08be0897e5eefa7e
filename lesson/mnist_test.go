package lesson

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// loadMNIST reads $MNIST_DIR, as it was when the program started, once.
var loadMNIST = func() func() (*Data, error) {
	dir := os.Getenv("MNIST_DIR")
	return sync.OnceValues(func() (*Data, error) { return openMNISTDir(dir, mnist) })
}()

var haveMNIST = os.Getenv("MNIST_DIR") != ""

// realMNIST returns the digits in the folder $MNIST_DIR, for reading only. It skips a test if that is not set.
func realMNIST(t testing.TB) *Data {
	t.Helper()
	if !haveMNIST {
		t.Skip("this test needs MNIST: set MNIST_DIR to a folder with its four files")
	}
	data, err := loadMNIST()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestRealMNIST(t *testing.T) {
	data := realMNIST(t)
	if got, want := data.Source, "MNIST from "; !strings.HasPrefix(got, want) {
		t.Errorf("got source %q, want %q and a folder", got, want)
	}
	if data.Train.Len() != 60000 || data.Test.Len() != 10000 {
		t.Errorf("got %d and %d images, want 60000 and 10000", data.Train.Len(), data.Test.Len())
	}
	for i, n := range []int{16 + len(data.Train.Pixels), 8 + len(data.Train.Labels), 16 + len(data.Test.Pixels), 8 + len(data.Test.Labels)} {
		if int64(n) != mnist[i].size {
			t.Errorf("%s has %d bytes, and the program says %d", mnist[i].name, n, mnist[i].size)
		}
	}
	if got := data.Train.Labels[0]; got != 5 {
		t.Errorf("got first label %d, want 5", got)
	}
	mean, std := meanAndStd(data.Train.Pixels)
	if math.Abs(mean-Mean) > 5e-5 || math.Abs(std-Std) > 5e-5 {
		t.Errorf("got mean %.6f and standard deviation %.6f, want %v and %v", mean, std, Mean, Std)
	}
}

// meanAndStd are of pixels from 0 to 1.
func meanAndStd(pixels []byte) (mean, std float64) {
	var sum, squares float64
	for _, p := range pixels {
		x := float64(p) / 255
		sum += x
		squares += x * x
	}
	n := float64(len(pixels))
	return sum / n, math.Sqrt(squares/n - sum/n*sum/n)
}

// isolate keeps a test from the user's files.
func isolate(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("MNIST_DIR", "")
	t.Setenv("MNIST_MIRROR", "http://127.0.0.1:1/")
}

func TestOpenFolder(t *testing.T) {
	isolate(t)
	dir := fakeFolder(t)
	// One plain, and one that a browser uncompressed without taking .gz from its name.
	Check(os.Remove(filepath.Join(dir, fakeSet[0].name+".gz")))
	Check(os.WriteFile(filepath.Join(dir, fakeSet[0].name), fakeFiles[0], 0o666))
	Check(os.WriteFile(filepath.Join(dir, fakeSet[1].name+".gz"), fakeFiles[1], 0o666))
	wantFake(t, Must(Open(dir)), "IDX files from "+dir)
	wantFake(t, Must(open(dir, &downloader{files: fakeSet}, nil)), "MNIST from "+dir)
}

func TestOpenMNISTDir(t *testing.T) {
	isolate(t)
	dir := fakeFolder(t)
	t.Setenv("MNIST_DIR", dir)
	for _, source := range []string{"auto", "mnist"} {
		wantFake(t, Must(Open(source)), "IDX files from "+dir)
	}
}

// A user who says where MNIST is wants no other digits.
func TestOpenBadMNISTDir(t *testing.T) {
	isolate(t)
	dir := filepath.Join(t.TempDir(), "none")
	t.Setenv("MNIST_DIR", dir)
	for _, source := range []string{"auto", "mnist"} {
		data, err := Open(source)
		wantError(t, err, "MNIST_DIR", dir, "no such file", "unset")
		if data != nil {
			t.Errorf("got digits %q", data.Source)
		}
	}
}

func TestOpenBuiltin(t *testing.T) {
	isolate(t)
	if data := Must(Open("builtin")); strings.Contains(data.Source, "MNIST") {
		t.Errorf("got source %q", data.Source)
	}
}

func TestOpenUnknown(t *testing.T) {
	isolate(t)
	file := filepath.Join(t.TempDir(), "file")
	Check(os.WriteFile(file, nil, 0o666))
	for _, source := range []string{"minst", "", "a\x00b", file} {
		_, err := Open(source)
		wantError(t, err, `"auto", "mnist", "builtin", or a folder`, mnist[0].name, mnist[3].name)
	}
}
