package digits

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/digits/download"
	"convnet.example/lesson/digits/internal/fakes"
	"convnet.example/lesson/digits/mnist"
	"github.com/janpfeifer/must"
)

func TestRealMNIST(t *testing.T) {
	data := realMNIST(t)
	if got, want := data.Source, "MNIST from "; !strings.HasPrefix(got, want) {
		t.Errorf("got source %q, want %q and a folder", got, want)
	}
	if data.Train.Len() != 60000 || data.Test.Len() != 10000 {
		t.Errorf("got %d and %d images, want 60000 and 10000", data.Train.Len(), data.Test.Len())
	}
	for i, n := range []int{16 + len(data.Train.Pixels), 8 + len(data.Train.Labels), 16 + len(data.Test.Pixels), 8 + len(data.Test.Labels)} {
		if int64(n) != mnist.Files[i].Size {
			t.Errorf("%s has %d bytes, and the program says %d", mnist.Files[i].Name, n, mnist.Files[i].Size)
		}
	}
	if got := data.Train.Labels[0]; got != 5 {
		t.Errorf("got first label %d, want 5", got)
	}
	mean, std := meanAndStd(data.Train.Pixels)
	if math.Abs(mean-mnist.Mean) > 5e-5 || math.Abs(std-mnist.Std) > 5e-5 {
		t.Errorf("got mean %.6f and standard deviation %.6f, want %v and %v", mean, std, mnist.Mean, mnist.Std)
	}
}

// The ink lies in the middle, where more of a 5×5 kernel's windows meet a pixel: notebook 07
// tells the mean squares of the first 100 test digits, each pixel counted once and as often as
// it lies under the kernel.
func TestInkLiesUnderTheKernel(t *testing.T) {
	const side, kernel = mnist.Side, 5
	windows := func(i int) float64 { return float64(min(i+1, side-i, kernel)) }
	var once, often, count float64
	for i, pixel := range realMNIST(t).Test.First(100).Pixels {
		v := float64(mnist.Normalize(pixel))
		times := windows(i%mnist.Pixels/side) * windows(i%side)
		once, often, count = once+v*v/(100*mnist.Pixels), often+v*v*times, count+times
	}
	if math.Abs(once-0.92) > 0.005 || math.Abs(often/count-1.18) > 0.005 {
		t.Errorf("got %.3f and %.3f, want 0.92 and 1.18", once, often/count)
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
	dir := fakes.Folder(t)
	// One plain, and one that a browser uncompressed without taking .gz from its name.
	must.M(os.Remove(filepath.Join(dir, fakes.FileSet[0].Name+".gz")))
	must.M(os.WriteFile(filepath.Join(dir, fakes.FileSet[0].Name), fakes.Files[0], 0o666))
	must.M(os.WriteFile(filepath.Join(dir, fakes.FileSet[1].Name+".gz"), fakes.Files[1], 0o666))
	wantFake(t, must.M1(Open(dir)), "IDX files from "+dir)
	wantFake(t, must.M1(open(dir, &download.Downloader{Files: fakes.FileSet}, nil)), "MNIST from "+dir)
}

// "auto" takes what is in the folder; "mnist" only MNIST, however alike the files look.
func TestOpenMNISTDir(t *testing.T) {
	isolate(t)
	dir := fakes.Folder(t)
	t.Setenv("MNIST_DIR", dir)
	wantFake(t, must.M1(Open("auto")), "IDX files from "+dir)
	data, err := Open("mnist")
	fakes.WantError(t, err, filepath.Join(dir, fakes.FileSet[0].Name+".gz"), "not MNIST's", "MNIST_DIR", "unset")
	if data != nil {
		t.Errorf("got digits %q", data.Source)
	}
	d := &download.Downloader{Files: fakes.FileSet}
	wantFake(t, must.M1(open("mnist", d, nil)), "MNIST from "+dir)
	path := filepath.Join(dir, fakes.FileSet[2].Name+".gz")
	blank := append(slices.Clone(fakes.Files[2][:16]), make([]byte, len(fakes.Files[2])-16)...)
	must.M(os.WriteFile(path, blank, 0o666)) // of the right name and size
	_, err = open("mnist", d, nil)
	fakes.WantError(t, err, path, "not MNIST's", "good copy")
}

// MNIST as archives and torchvision leave it.
func TestOpenFolderFindsFiles(t *testing.T) {
	isolate(t)
	for name, path := range map[string]func(name string) string{
		"torchvision's root":     func(name string) string { return filepath.Join("MNIST", "raw", name) },
		"torchvision's MNIST":    func(name string) string { return filepath.Join("raw", name+".gz") },
		"a dot for a hyphen":     func(name string) string { return strings.Replace(name, "-idx", ".idx", 1) },
		"folders of their names": func(name string) string { return filepath.Join(name, name) },
		"both":                   func(name string) string { n := strings.Replace(name, "-idx", ".idx", 1); return filepath.Join(n, n) },
	} {
		dir := t.TempDir()
		for i, f := range fakes.FileSet {
			p := filepath.Join(dir, path(f.Name))
			must.M(os.MkdirAll(filepath.Dir(p), 0o777))
			must.M(os.WriteFile(p, fakes.Files[i], 0o666))
		}
		t.Log(name)
		wantFake(t, must.M1(open(dir, &download.Downloader{Files: fakes.FileSet}, nil)), "MNIST from "+dir)
	}
}

// A user who says where MNIST is wants no other digits.
func TestOpenBadMNISTDir(t *testing.T) {
	isolate(t)
	dir := filepath.Join(t.TempDir(), "none")
	t.Setenv("MNIST_DIR", dir)
	for _, source := range []string{"auto", "mnist"} {
		data, err := Open(source)
		fakes.WantError(t, err, "MNIST_DIR", dir, "no such file", "unset")
		if data != nil {
			t.Errorf("got digits %q", data.Source)
		}
	}
}

func TestOpenBuiltin(t *testing.T) {
	isolate(t)
	if data := must.M1(Open("builtin")); strings.Contains(data.Source, "MNIST") {
		t.Errorf("got source %q", data.Source)
	}
}

func TestOpenUnknown(t *testing.T) {
	isolate(t)
	file := filepath.Join(t.TempDir(), "file")
	must.M(os.WriteFile(file, nil, 0o666))
	for _, source := range []string{"minst", "", "a\x00b", file} {
		_, err := Open(source)
		fakes.WantError(t, err, `"auto", "mnist", "builtin", or a folder`, mnist.Files[0].Name, mnist.Files[3].Name)
	}
}
