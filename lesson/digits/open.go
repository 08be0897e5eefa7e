package digits

import (
	"fmt"
	"io"
	"os"

	"convnet.example/lesson/digits/download"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
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
// With no network, "auto" takes at most 20 seconds, and for five minutes it does not ask
// again mirrors that were silent. If $MNIST_MIRROR is set to a URL,
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
		data, err := openCache(d, source)
		if err != nil && source == "auto" {
			fmt.Fprintf(warnings, say.Text("MNIST could not be downloaded:\n  %v\nUsing the built-in digits, drawn by this program, instead. %s\n",
				"下载不到 MNIST：\n  %v\n改用内置的数字，由程序画成。%s\n"), err, useMNIST())
			return Builtin(), nil
		}
		if err != nil {
			return nil, say.Errorf("MNIST could not be downloaded:\n  %w\n%s",
				"下载不到 MNIST：\n  %w\n%s", err, useMNIST())
		}
		return data, nil
	}
	return openFolder(source, d.Files)
}

func useMNIST() string {
	return say.Text("To use MNIST: put its four files in a folder and set MNIST_DIR to it.",
		"要用 MNIST：把它的四个文件放进一个文件夹，并让 MNIST_DIR 指向它。")
}

func openMNISTDir(dir, source string, files mnist.FileSet) (*Data, error) {
	data, strange, err := readFolder(dir, files)
	if err != nil {
		return nil, say.Errorf("MNIST_DIR is %q, and that cannot be used: %w; correct it, or unset it to use the cache or the network",
			"MNIST_DIR 是 %q，但用不了：%w；请改正它，或去掉它，改用缓存或网络", dir, err)
	}
	if strange != "" && source == "mnist" {
		return nil, say.Errorf("%s, in the folder that MNIST_DIR names, is not MNIST's: its SHA-256 is another. Put a good copy in its place, or unset MNIST_DIR to download one; to use these files as they are, name their folder in place of \"mnist\"",
			"MNIST_DIR 文件夹里的 %s 不是 MNIST 的文件：SHA-256 对不上。请换成一份完好的文件，或去掉 MNIST_DIR 重新下载；如果就想用这些文件，把 \"mnist\" 换成它们的文件夹", strange)
	}
	return data, nil
}
