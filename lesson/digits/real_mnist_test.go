package digits

import (
	"os"
	"sync"
	"testing"

	"convnet.example/lesson/digits/mnist"
)

// loadMNIST reads $MNIST_DIR, as it was when the program started, once.
var loadMNIST = func() func() (*Data, error) {
	dir := os.Getenv("MNIST_DIR")
	return sync.OnceValues(func() (*Data, error) { return openMNISTDir(dir, "mnist", mnist.Files) })
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

// Each program and each cell with digits begins with this.
func BenchmarkOpen(b *testing.B) {
	realMNIST(b)
	for b.Loop() {
		if _, err := Open("mnist"); err != nil {
			b.Fatal(err)
		}
	}
}
