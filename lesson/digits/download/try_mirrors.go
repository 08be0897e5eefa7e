package download

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"convnet.example/lesson/digits/mnist"
)

// fetch sees to it that one file is in the folder. It goes round the mirrors again for as
// long as that brings more of the file, or shows that one of them has another file.
func (d *download) fetch(ctx context.Context, f mnist.File) error {
	p := part{f, filepath.Join(d.Dir, f.Name+".gz")}
	if have, err := d.have(p); have || err != nil {
		return err
	}
	if p.keep() == nil {
		return nil
	}
	mirrors, size := d.mirrors, p.size()
	for {
		left, err := d.round(ctx, mirrors, p)
		if err == nil || len(left) == 0 || len(left) == len(mirrors) && p.size() <= size {
			return err
		}
		mirrors, size = left, p.size()
	}
}

// round asks each mirror once. It returns those that are worth asking again.
func (d *download) round(ctx context.Context, mirrors []string, p part) (left []string, err error) {
	var failures []string
	for _, mirror := range mirrors {
		err := d.fetchFrom(ctx, mirror, p)
		if err == nil {
			d.prefer(mirror)
			return nil, nil
		}
		failures = append(failures, err.Error())
		if ctx.Err() != nil || isDisk(err) {
			left = nil // no mirror can help if time is up or the disk is full
			break
		}
		if !errors.Is(err, errWrong) {
			left = append(left, mirror)
		}
	}
	return left, errors.New(strings.Join(failures, "\n  "))
}

// prefer puts a mirror first: those before it cost time.
func (d *download) prefer(mirror string) {
	rest := slices.DeleteFunc(slices.Clone(d.mirrors), func(m string) bool { return m == mirror })
	d.mirrors = append([]string{mirror}, rest...)
}

// fetchFrom completes a part from one mirror.
func (d *download) fetchFrom(ctx context.Context, mirror string, p part) error {
	address := strings.TrimSuffix(mirror, "/") + "/" + p.file.Name + ".gz"
	resumed := p.size() > 0
	err := d.transfer(ctx, address, p)
	if resumed && errors.Is(err, errWrong) {
		// What was there may be the beginning of another gzip of the same data.
		os.Remove(p.path())
		err = d.transfer(ctx, address, p)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", redacted(address), err)
	}
	return nil
}

// redacted hides the password in a URL.
func redacted(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.Redacted()
	}
	return "a mirror that is not a URL"
}
