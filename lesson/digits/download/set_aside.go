package download

import (
	"fmt"
	"os"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
)

// setAside renames what is in a file's place, gzip'd or not, and is not the file: it may be
// of use to find out what went wrong with the disk.
func (d *download) setAside(f mnist.File) error {
	for {
		path, err := mnist.Find(d.Dir, f.Name)
		if err != nil {
			return nil // nothing is left in its place
		}
		if info, err := os.Lstat(path); err != nil || info.IsDir() {
			return nil // not ours: the new file will say so
		}
		if err := os.Rename(path, path+".damaged"); err != nil {
			return err
		}
		fmt.Fprintf(d.warnings, say.Text("%s is damaged: it is now called %[1]s.damaged, and is fetched anew\n",
			"%s 已损坏：现已改名为 %[1]s.damaged，并重新下载\n"), path)
	}
}
