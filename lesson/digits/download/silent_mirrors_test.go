package download

import (
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"convnet.example/lesson/digits/internal/fakes"
	"github.com/janpfeifer/must"
)

// blackHole accepts connections and says nothing, as a firewall may.
func blackHole(t *testing.T) string {
	l := must.M1(net.Listen("tcp", "127.0.0.1:0"))
	t.Cleanup(func() { l.Close() })
	return "http://" + l.Addr().String()
}

// However many mirrors there are, patience ends.
func TestDownloadBlackHoles(t *testing.T) {
	t.Parallel()
	hole := blackHole(t)
	d := hurriedDownloader(t.TempDir(), slices.Repeat([]string{hole}, 20)...)
	d.patience, d.answer = 500*time.Millisecond, 200*time.Millisecond
	start := time.Now()
	err := d.Download()
	fakes.WantError(t, err, "nothing came for 500ms")
	if took := time.Since(start); took < d.patience || took > d.patience+2*time.Second {
		t.Errorf("it took %v, want %v", took, d.patience)
	}
}

// Promises alone are not progress.
func TestDownloadPromises(t *testing.T) {
	t.Parallel()
	m := fakes.NewMirror(t, func(w http.ResponseWriter, r *http.Request, data []byte) {
		w.Header().Set("Content-Range", fmt.Sprintf("bytes 100-%d/%d", len(data)-1, len(data)))
		w.WriteHeader(http.StatusPartialContent)
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	d := hurriedDownloader(t.TempDir(), slices.Repeat([]string{m.URL}, 10)...)
	d.patience = 2500 * time.Millisecond
	writePart(d, fakes.Zips[0][:100])
	err := d.Download()
	fakes.WantError(t, err, "nothing came for 2.5s")
}

// Nor is anything that a user may mistake for a URL more than an error, and passwords are
// not shown.
func TestDownloadBadURL(t *testing.T) {
	for mirror, want := range map[string]string{
		"mnist":                          "unsupported protocol scheme",
		"":                               "unsupported protocol scheme",
		"ftp://127.0.0.1":                "unsupported protocol scheme",
		"http://[":                       "a mirror that is not a URL: ",
		"\x00":                           "a mirror that is not a URL: ",
		"http://user:secret@127.0.0.1:1": "http://user:xxxxx@127.0.0.1:1/",
	} {
		err := fakeDownloader(t.TempDir(), mirror).Download()
		fakes.WantError(t, err, want)
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("the error %q shows a password", err)
		}
	}
}
