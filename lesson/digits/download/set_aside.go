package download

import (
	"fmt"
	"os"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
)

// have reports whether the whole file is in the folder already, gzip'd or not. What is in
// its place and is not the file is renamed: it may be of use to find out what went wrong
// with the disk.
func (d *download) have(p part) (bool, error) {
	for {
		path, err := mnist.Find(d.Dir, p.file.Name)
		if err != nil {
			return false, nil
		}
		if err := p.check(path); err == nil || isDisk(err) {
			return err == nil, err
		}
		if err := os.Rename(path, path+".damaged"); err != nil {
			return false, err
		}
		fmt.Fprintf(d.warnings, say.Text("%s is damaged: it is now called %[1]s.damaged, and is fetched anew\n",
			"%s 已损坏：现已改名为 %[1]s.damaged，并重新下载\n"), path)
	}
}
