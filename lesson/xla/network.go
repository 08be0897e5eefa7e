package main

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"time"

	"convnet.example/lesson/say"
)

// network carries the installer's requests. The installer asks with http.Get, which waits
// for ever, and takes the page that comes with 404 for the file; network gives up on a
// server that is silent, and makes an error of an answer that is none.
type network struct {
	ctx      context.Context   // its end ends all downloads
	base     http.RoundTripper // does the work
	idle     time.Duration     // for how long a server may be silent
	progress *progress
	digests  digests
}

// newNetwork returns a network that reaches the internet until ctx ends.
func newNetwork(ctx context.Context) *network {
	base := http.DefaultTransport.(*http.Transport).Clone() // knows HTTPS_PROXY
	base.DialContext = (&net.Dialer{Timeout: 10 * time.Second}).DialContext
	return &network{ctx: ctx, base: base, idle: 60 * time.Second, progress: newProgress()}
}

// RoundTrip implements [http.RoundTripper].
func (n *network) RoundTrip(request *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(request.Context())
	context.AfterFunc(n.ctx, func() { cancel(n.ctx.Err()) })
	silent := say.Errorf("%s sent nothing for %v",
		"%s 有 %v 没有发来任何数据", request.URL.Host, n.idle)
	timer := time.AfterFunc(n.idle, func() { cancel(silent) })
	fail := func(err error) (*http.Response, error) {
		timer.Stop()
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		cancel(nil)
		return nil, err
	}
	response, err := n.base.RoundTrip(request.WithContext(ctx))
	if err != nil {
		return fail(err)
	}
	if response.StatusCode >= 400 {
		response.Body.Close()
		return fail(say.Errorf("%s answers %s",
			"%s 回答 %s", request.URL.Host, response.Status))
	}
	if err := n.digests.note(request, response); err != nil {
		response.Body.Close()
		return fail(err)
	}
	n.digests.check(request, response)
	response.Body = &body{
		ReadCloser: response.Body, ctx: ctx, cancel: cancel, timer: timer, idle: n.idle,
		report: n.progress.file(fileName(request), response.ContentLength),
	}
	return response, nil
}

// asked returns the address that was first asked for: GitHub sends on to another, which says
// nothing.
func asked(request *http.Request) *url.URL {
	for request.Response != nil {
		request = request.Response.Request
	}
	return request.URL
}

// fileName returns the last part of that address.
func fileName(request *http.Request) string { return path.Base(asked(request).Path) }

// body is an answer on its way.
type body struct {
	io.ReadCloser
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer
	idle   time.Duration
	report func(n int, err error)
}

// Read reports what comes in, and says why nothing does: HTTP/2 would only say that the
// request was cancelled.
func (b *body) Read(p []byte) (int, error) {
	b.timer.Reset(b.idle)
	n, err := b.ReadCloser.Read(p)
	if cause := context.Cause(b.ctx); err != nil && !errors.Is(err, io.EOF) && cause != nil {
		err = cause
	}
	b.report(n, err)
	return n, err
}

func (b *body) Close() error {
	b.timer.Stop()
	defer b.cancel(nil)
	return b.ReadCloser.Close()
}
