package lesson

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/term"
)

// mirrors are where MNIST's files can be downloaded: the copies that PyTorch and
// TensorFlow use, and one in a repository.
var mirrors = []string{
	"https://ossci-datasets.s3.amazonaws.com/mnist/",
	"https://storage.googleapis.com/cvdf-datasets/mnist/",
	"https://raw.githubusercontent.com/fgnt/mnist/master/",
}

// newDownloader returns a downloader of MNIST into the user's cache.
func newDownloader() *downloader {
	d := &downloader{
		client:   http.DefaultClient, // asks for proxies in the environment
		mirrors:  mirrors,
		files:    mnist,
		patience: 15 * time.Second,
		answer:   5 * time.Second,
		stall:    10 * time.Second,
		progress: io.Discard,
	}
	if mirror := os.Getenv("MNIST_MIRROR"); mirror != "" {
		d.mirrors = append([]string{mirror}, mirrors...)
	}
	if cache, err := os.UserCacheDir(); err == nil {
		d.dir = filepath.Join(cache, "convnet", "mnist")
	}
	if term.IsTerminal(int(os.Stderr.Fd())) {
		d.progress = os.Stderr
	}
	return d
}
