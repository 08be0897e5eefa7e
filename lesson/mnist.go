package lesson

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// An idxFile is one of the four files of a data set.
type idxFile struct {
	name string
	size int64  // uncompressed
	sum  string // SHA-256, uncompressed: every gzip of the right bytes is good
}

// A dataSet is the images and labels to learn from, and those to test on.
type dataSet [4]idxFile

var mnist = dataSet{
	{"train-images-idx3-ubyte", 47040016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"},
	{"train-labels-idx1-ubyte", 60008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"},
	{"t10k-images-idx3-ubyte", 7840016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"},
	{"t10k-labels-idx1-ubyte", 10008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"},
}

// Open returns the digits that source names:
//
//   - "mnist": MNIST, from the folder $MNIST_DIR if that is set, else from the user's
//     cache, else from the network, into that cache
//   - "auto": the same, but [Builtin] digits, and a warning on standard error, if MNIST
//     cannot be had; never if $MNIST_DIR is set
//   - "builtin": [Builtin] digits
//   - a folder: the four files in it, called as MNIST's are, with or without .gz. They
//     may be any 28×28 digits in the IDX format. A folder called mnist is ./mnist.
//
// Data.Source says "MNIST" only of files that are MNIST's, byte by byte.
//
// With no network, "auto" takes at most 20 seconds. If $MNIST_MIRROR is set to a URL,
// MNIST's files are looked for below it first; a class behind a firewall needs that.
func Open(source string) (*Data, error) {
	return open(source, newDownloader(), os.Stderr)
}

func open(source string, d *downloader, warnings io.Writer) (*Data, error) {
	switch source {
	case "builtin":
		return Builtin(), nil
	case "mnist", "auto":
		if dir := os.Getenv("MNIST_DIR"); dir != "" {
			return openMNISTDir(dir, d.files)
		}
		data, err := d.open()
		if err != nil && source == "auto" {
			fmt.Fprintf(warnings, "MNIST could not be downloaded:\n  %v\nUsing the built-in digits, drawn by this program, instead. %s\n", err, useMNIST)
			return Builtin(), nil
		}
		if err != nil {
			return nil, fmt.Errorf("MNIST could not be downloaded:\n  %w\n%s", err, useMNIST)
		}
		return data, nil
	}
	return openFolder(source, d.files)
}

const useMNIST = "To use MNIST: put its four files in a folder and set MNIST_DIR to it."

func openMNISTDir(dir string, files dataSet) (*Data, error) {
	data, _, err := readFolder(dir, files)
	if err != nil {
		return nil, fmt.Errorf("MNIST_DIR is %q, and that cannot be used: %w; correct it, or unset it to use the cache or the network", dir, err)
	}
	return data, nil
}

func openFolder(dir string, files dataSet) (*Data, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = errors.New("it is a file, not a folder")
	}
	if err != nil {
		return nil, fmt.Errorf(`there are no digits called %q (%w): choose "auto", "mnist", "builtin", or a folder with the files %s`, dir, err, files)
	}
	data, _, err := readFolder(dir, files)
	return data, err
}

// readFolder reads the files in a folder and says whether they are just those of the set.
func readFolder(dir string, files dataSet) (data *Data, genuine bool, err error) {
	var paths [4]string
	for i, f := range files {
		if paths[i], err = find(dir, f.name); err != nil {
			return nil, false, fmt.Errorf("%w; the files needed are %s", err, files)
		}
	}
	train, trainSums, err := readPair(paths[0], paths[1])
	if err != nil {
		return nil, false, err
	}
	test, testSums, err := readPair(paths[2], paths[3])
	if err != nil {
		return nil, false, err
	}
	genuine = files.sums() == [4]string{trainSums[0], trainSums[1], testSums[0], testSums[1]}
	what := "IDX files"
	if genuine {
		what = "MNIST"
	}
	return &Data{Train: train, Test: test, Source: what + " from " + dir}, genuine, nil
}

// find returns the path of a file in a folder, with or without .gz.
func find(dir, name string) (string, error) {
	// The gzip'd one first: that is what a download repairs.
	for _, n := range []string{name + ".gz", name} {
		path := filepath.Join(dir, n)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
	}
	_, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	return "", fmt.Errorf("%s has no file %s or %s.gz", dir, name, name)
}

func (files dataSet) sums() (sums [4]string) {
	for i, f := range files {
		sums[i] = f.sum
	}
	return sums
}

// String lists the names.
func (files dataSet) String() string {
	var names []string
	for _, f := range files {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ") + " (or with .gz)"
}
