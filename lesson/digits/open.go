package digits

import (
	"fmt"
	"io"
	"os"

	"convnet.example/lesson/digits/download"
	"convnet.example/lesson/digits/mnist"
)

// Open returns the digits that source names:
//
//   - "mnist": MNIST, from the folder $MNIST_DIR if that is set, else from the user's
//     cache, else from the network, into that cache; files that are not MNIST's, byte by
//     byte, are refused
//   - "auto": the same, but [Builtin] digits, and a warning on standard error, if MNIST
//     cannot be had; never if $MNIST_DIR is set, and there it takes any digits
//   - "builtin": [Builtin] digits
//   - a folder: the four files in it, called as MNIST's are, with or without .gz (see
//     [mnist.Find]). They may be any 28×28 digits in the IDX format. A folder called mnist is ./mnist.
//
// Data.Source says "MNIST" only of files that are MNIST's, byte by byte.
//
// With no network, "auto" takes at most 20 seconds. If $MNIST_MIRROR is set to a URL,
// MNIST's files are looked for below it first; a class behind a firewall needs that.
func Open(source string) (*Data, error) {
	return open(source, download.New(), os.Stderr)
}

func open(source string, d *download.Downloader, warnings io.Writer) (*Data, error) {
	switch source {
	case "builtin":
		return Builtin(), nil
	case "mnist", "auto":
		if dir := os.Getenv("MNIST_DIR"); dir != "" {
			return openMNISTDir(dir, source, d.Files)
		}
		data, err := openCache(d)
		if err != nil && source == "auto" {
			fmt.Fprintf(warnings, "MNIST could not be downloaded:\n  %v\nUsing the built-in digits, drawn by this program, instead. %s\n", err, useMNIST)
			return Builtin(), nil
		}
		if err != nil {
			return nil, fmt.Errorf("MNIST could not be downloaded:\n  %w\n%s", err, useMNIST)
		}
		return data, nil
	}
	return openFolder(source, d.Files)
}

const useMNIST = "To use MNIST: put its four files in a folder and set MNIST_DIR to it."

func openMNISTDir(dir, source string, files mnist.FileSet) (*Data, error) {
	data, strange, err := readFolder(dir, files)
	if err != nil {
		return nil, fmt.Errorf("MNIST_DIR is %q, and that cannot be used: %w; correct it, or unset it to use the cache or the network", dir, err)
	}
	if strange != "" && source == "mnist" {
		return nil, fmt.Errorf("%s, in the folder that MNIST_DIR names, is not MNIST's: its SHA-256 is another. Put a good copy in its place, or unset MNIST_DIR to download one; to use these files as they are, name their folder in place of \"mnist\"", strange)
	}
	return data, nil
}
