package mnist

import (
	"os"
	"path/filepath"
	"strings"

	"convnet.example/lesson/say"
)

// A File is one of the four files of a data set.
type File struct {
	Name   string
	Size   int64  // uncompressed
	SHA256 string // of the uncompressed bytes: every gzip of the right bytes is good
}

// A FileSet is the images and labels to learn from, and those to test on.
type FileSet [4]File

// Files are the four files of MNIST.
var Files = FileSet{
	{"train-images-idx3-ubyte", 47040016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"},
	{"train-labels-idx1-ubyte", 60008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"},
	{"t10k-images-idx3-ubyte", 7840016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"},
	{"t10k-labels-idx1-ubyte", 10008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"},
}

// Find returns the path of one of the four files in a folder, with or without .gz. It may
// also be called train-images.idx3-ubyte, as some archives have it, lie in a folder of its
// own name, or in MNIST/raw, where torchvision keeps it.
func Find(dir, name string) (string, error) {
	for _, folder := range []string{dir, filepath.Join(dir, "MNIST", "raw"), filepath.Join(dir, "raw")} {
		for _, n := range []string{name, strings.Replace(name, "-idx", ".idx", 1)} {
			// The gzip'd one first: that is what a download repairs.
			for _, path := range []string{n + ".gz", n, filepath.Join(n, n), filepath.Join(n+".gz", n)} {
				path = filepath.Join(folder, path)
				if info, err := os.Stat(path); err == nil && !info.IsDir() {
					return path, nil
				}
			}
		}
	}
	_, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	return "", say.Errorf("%s has no file %s or %s.gz",
		"%s 里没有 %s 或 %s.gz", dir, name, name)
}

// String lists the names.
func (files FileSet) String() string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ") + " (or with .gz)"
}
