package file

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Replace gives the file at path what write writes. Until all of that is on the disk
// it is in a file beside it with a name of its own, and only then takes the name: whoever
// opens path finds the old contents or the new, even if the program is killed or the disk
// is full. Only a killed program leaves the other file, called .NAME.….tmp, behind.
func Replace(path string, write func(io.Writer) error) error {
	dir, name := filepath.Split(path)
	temporary := filepath.Join(dir, fmt.Sprintf(".%s.%08x.tmp", name, rand.Uint32()))
	err := writeNew(temporary, write)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		os.Remove(temporary)
		return fmt.Errorf("%s was not written: %w", path, err)
	}
	return nil
}

// writeNew makes a file and waits until what write writes is on the disk.
func writeNew(path string, write func(io.Writer) error) error {
	// Not os.CreateTemp: it makes files that only their owner may read.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}
