package download

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"convnet.example/lesson/digits/mnist"
	"golang.org/x/term"
)

// mirrors are where MNIST's files can be downloaded: the copies that PyTorch and
// TensorFlow use, and one in a repository.
var mirrors = []string{
	"https://ossci-datasets.s3.amazonaws.com/mnist/",
	"https://storage.googleapis.com/cvdf-datasets/mnist/",
	"https://raw.githubusercontent.com/fgnt/mnist/master/",
}

// New returns a downloader of MNIST into the user's cache.
func New() *Downloader {
	d := &Downloader{
		client:   http.DefaultClient, // asks for proxies in the environment
		Mirrors:  mirrors,
		Files:    mnist.Files,
		patience: 15 * time.Second,
		answer:   5 * time.Second,
		stall:    10 * time.Second,
		progress: io.Discard,
		warnings: os.Stderr,
	}
	if mirror := os.Getenv("MNIST_MIRROR"); mirror != "" {
		d.Mirrors = append([]string{mirror}, mirrors...)
	}
	if cache, err := os.UserCacheDir(); err == nil {
		d.Dir = filepath.Join(cache, "convnet", "mnist")
	}
	if term.IsTerminal(int(os.Stderr.Fd())) {
		d.progress = os.Stderr
	}
	return d
}
