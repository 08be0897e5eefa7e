package lesson

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

	"github.com/schollz/progressbar/v3"
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
	body := bufio.NewReader(&watched{response.Body, silence, d.stall})
	head, _ := body.Peek(len(gzipMagic))
	if start == 0 && !bytes.Equal(head, gzipMagic) {
		// Often a page that asks to log in: no reason to lose the part that is here.
		return errors.New("the answer is not a gzip file")
	}
	d.hope.Stop()
	return d.write(p, start, response.ContentLength, body)
}

// ask requests a URL's bytes from start on.
func (d *download) ask(ctx context.Context, address string, start int64) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	request.Header.Set("Accept-Encoding", "identity") // else it would be gunzip'd on the way
	if start > 0 {
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", start))
	}
	response, err := d.client.Do(request)
	if failed := new(url.Error); errors.As(err, &failed) {
		return nil, failed.Err // without the address, which the caller adds
	}
	return response, err
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

// bar shows how much is there.
func (d *download) bar(p part, start, length int64) *progressbar.ProgressBar {
	end := start + length
	if length < 0 {
		end = -1 // unknown
	}
	bar := progressbar.NewOptions64(end,
		progressbar.OptionSetWriter(d.progress),
		progressbar.OptionSetDescription(p.file.name),
		progressbar.OptionShowBytes(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetSpinnerChangeInterval(0),
		progressbar.OptionClearOnFinish())
	bar.Add64(start)
	return bar
}

// watched is a reader that may not be silent for long.
type watched struct {
	io.Reader
	silence *time.Timer
	stall   time.Duration
}

func (w *watched) Read(b []byte) (int, error) {
	n, err := w.Reader.Read(b)
	if n > 0 {
		w.silence.Reset(w.stall)
	}
	return n, err
}
