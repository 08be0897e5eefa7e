package download

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"convnet.example/lesson/digits/mnist"
)

// transfer adds to a part what a URL has, and keeps it if nothing is missing then.
func (d *download) transfer(ctx context.Context, address string, p part) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	silence := time.AfterFunc(d.answer, func() { cancel(errors.New("it was silent for too long")) })
	defer silence.Stop()
	err := d.receive(ctx, address, p, silence)
	if cause := context.Cause(ctx); cause != nil && err != nil {
		return cause
	}
	if err != nil {
		return err
	}
	return p.keep()
}

// receive adds to a part what a URL has.
func (d *download) receive(ctx context.Context, address string, p part, silence *time.Timer) error {
	response, err := d.ask(ctx, address, p.size())
	if err != nil {
		return err
	}
	defer response.Body.Close()
	start, err := startOf(response, p.size())
	if err != nil {
		return err
	}
	body := bufio.NewReader(&watched{response.Body, func() { silence.Reset(d.stall); d.hope.Reset(d.patience) }})
	head, _ := body.Peek(len(mnist.GzipMagic))
	if start == 0 && !bytes.Equal(head, mnist.GzipMagic) {
		// Often a page that asks to log in: no reason to lose the part that is here.
		return errors.New("the answer is not a gzip file")
	}
	return d.write(p, start, response.ContentLength, body)
}

// ask requests a URL's bytes from start on.
func (d *download) ask(ctx context.Context, address string, start int64) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, bare(err)
	}
	request.Header.Set("Accept-Encoding", "identity") // else it would be gunzip'd on the way
	if start > 0 {
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", start))
	}
	response, err := d.client.Do(request)
	return response, bare(err)
}

// bare takes the address off an error: the caller adds it.
func bare(err error) error {
	if failed := new(url.Error); errors.As(err, &failed) {
		return failed.Err
	}
	return err
}

// startOf returns the position of a response's first byte, if size bytes are there and
// the rest was asked for.
func startOf(response *http.Response, size int64) (int64, error) {
	switch response.StatusCode {
	case http.StatusOK:
		return 0, nil
	case http.StatusPartialContent:
		if !strings.HasPrefix(response.Header.Get("Content-Range"), fmt.Sprintf("bytes %d-", size)) {
			return 0, fmt.Errorf("%w: asked for bytes from %d on, got %q", errWrong, size, response.Header.Get("Content-Range"))
		}
		return size, nil
	case http.StatusRequestedRangeNotSatisfiable:
		return 0, fmt.Errorf("%w: it has no bytes from %d on", errWrong, size)
	}
	return 0, fmt.Errorf("the answer is %q", response.Status)
}

// write puts what it reads into the part, from start on.
func (d *download) write(p part, start, length int64, r io.Reader) error {
	room := p.limit() - start
	if length > room {
		return fmt.Errorf("%w: %d bytes are too many", errWrong, length)
	}
	f, err := os.OpenFile(p.path(), os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Truncate(start); err != nil {
		return err
	}
	if _, err := f.Seek(start, io.SeekStart); err != nil {
		return err
	}
	bar := d.bar(p, start, length)
	defer bar.Clear()
	n, err := io.Copy(io.MultiWriter(f, bar), io.LimitReader(r, room))
	if err == nil && n == room {
		os.Remove(p.path())
		return fmt.Errorf("%w: more than %d bytes", errWrong, n)
	}
	return errors.Join(err, f.Sync(), f.Close())
}

// watched is a reader that tells when bytes come.
type watched struct {
	io.Reader
	progress func()
}

func (w *watched) Read(b []byte) (int, error) {
	n, err := w.Reader.Read(b)
	if n > 0 {
		w.progress()
	}
	return n, err
}
