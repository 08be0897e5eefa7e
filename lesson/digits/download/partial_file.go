package download

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"convnet.example/lesson/digits/mnist"
)

// errWrong says that a mirror has something else than the file.
var errWrong = errors.New("not the file expected")

// A part is the beginning of a gzip'd file whose rest is still to be fetched. It outlives
// the program.
type part struct {
	file mnist.File
	goal string // the path of the whole file
}

func (p part) path() string { return p.goal + ".part" }

// limit is the most that the file can be: a gzip that does not compress at all.
func (p part) limit() int64 { return p.file.Size + p.file.Size/1000 + 1000 }

// size returns how much there is already.
func (p part) size() int64 {
	info, err := os.Stat(p.path())
	if err != nil {
		return 0
	}
	return info.Size()
}

// keep makes the part the file if nothing is missing. If the part can never become
// the file, keep removes it.
func (p part) keep() error {
	err := p.check(p.path())
	if err == nil {
		return os.Rename(p.path(), p.goal)
	}
	if errors.Is(err, errWrong) {
		os.Remove(p.path())
	}
	return err
}

// check returns nil for the file, errWrong for another, and other errors for the
// beginning of a file, or none.
func (p part) check(path string) error {
	hash := sha256.New()
	err := mnist.Uncompressed(path, func(r io.Reader, _ int64) error {
		// One more than there should be is enough to tell.
		_, err := io.Copy(hash, io.LimitReader(r, p.file.Size+1))
		return err
	})
	switch sum := hex.EncodeToString(hash.Sum(nil)); {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("cut short: %w", io.ErrUnexpectedEOF)
	case isDisk(err):
		return err
	case err != nil:
		return fmt.Errorf("%w: %w", errWrong, err)
	case sum != p.file.SHA256:
		return fmt.Errorf("%w: its SHA-256 is %s, not %s", errWrong, sum, p.file.SHA256)
	}
	return nil
}

// isDisk reports whether an error is of this machine's files, not of a mirror's.
func isDisk(err error) bool {
	var file *fs.PathError
	var rename *os.LinkError
	return errors.As(err, &file) || errors.As(err, &rename)
}
