package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"
)

// internet stands in for GitHub and PyPI. The zero value is in order.
type internet struct {
	down         bool             // no server has an address
	api, archive http.HandlerFunc // what GitHub answers instead
	name         string           // the file in GitHub's archive, if not the plugin
	digest       string           // what GitHub's list names for it, if not the right one
}

// serve starts it and returns the way there.
func (i internet) serve(t *testing.T) http.RoundTripper {
	t.Helper()
	if i.down {
		return roundTripper(func(r *http.Request) (*http.Response, error) {
			return nil, &net.DNSError{Err: "no such host", Name: r.URL.Host, IsNotFound: true}
		})
	}
	return serve(t, i)
}

// serve starts a server and returns the way there, whatever server is asked for.
func serve(t *testing.T, h http.Handler) http.RoundTripper {
	t.Helper()
	server := httptest.NewUnstartedServer(h)
	server.EnableHTTP2 = true // as the real ones do: errors differ
	server.StartTLS()
	t.Cleanup(server.Close)
	address, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	return roundTripper(func(asked *http.Request) (*http.Response, error) {
		r := asked.Clone(asked.Context())
		r.Host, r.URL.Scheme, r.URL.Host = r.URL.Host, "https", address.Host
		response, err := server.Client().Transport.RoundTrip(r)
		if err == nil {
			response.Request = asked
		}
		return response, err
	})
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// ServeHTTP implements [http.Handler].
func (i internet) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Host {
	case "api.github.com":
		if i.api != nil {
			i.api(w, r)
			return
		}
		if i.digest == "" {
			i.digest = fmt.Sprintf("sha256:%x", sha256.Sum256(i.tarball()))
		}
		fmt.Fprintf(w, `{"assets": [{"browser_download_url": "https://github.com/x/pjrt_cpu_%s_%s.tar.gz", "digest": %q}]}`, runtime.GOOS, runtime.GOARCH, i.digest)
	case "github.com":
		if i.archive != nil {
			i.archive(w, r)
			return
		}
		if strings.HasPrefix(r.URL.Path, "/x/") { // as GitHub does
			http.Redirect(w, r, "https://github.com/elsewhere/"+strings.Repeat("x", 40), http.StatusFound)
			return
		}
		w.Write(i.tarball())
	case "pypi.org":
		pypi(w, strings.Split(r.URL.Path, "/")[2])
	case "files.pythonhosted.org":
		w.Write(wheels[strings.TrimPrefix(r.URL.Path, "/")])
	}
}

// tarball is GitHub's archive.
func (i internet) tarball() []byte {
	if i.name == "" {
		i.name = "pjrt_c_api_cpu_v9.9.9_plugin.so"
	}
	return tarball(i.name, "the plugin")
}

func notFound(w http.ResponseWriter, _ *http.Request)  { http.Error(w, "<html>", http.StatusNotFound) }
func forbidden(w http.ResponseWriter, _ *http.Request) { http.Error(w, "{}", http.StatusForbidden) }
func page(w http.ResponseWriter, _ *http.Request)      { io.WriteString(w, "<html>Please log in") }

// cutOff promises more than it sends.
func cutOff(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	w.Write(tarball("a", "b")[:20])
}

// silence takes a question and says nothing.
func silence(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// silentHalfWay begins and does not go on.
func silentHalfWay(w http.ResponseWriter, r *http.Request) {
	cutOff(w, r)
	w.(http.Flusher).Flush()
	<-r.Context().Done()
}

// wheels are the packages of PyPI.
var wheels = map[string][]byte{
	"jax-cuda13-pjrt":  zipped("jax_plugins/xla_cuda13/xla_cuda_plugin.so", "the CUDA plugin"),
	"nvidia-cublas":    zipped("nvidia/cu13/lib/libcublas.so.13", "products"),
	"nvidia-cuda-nvcc": zipped("nvidia/cu13/bin/ptxas", "assembler"),
}

// pypi answers what PyPI knows about a package.
func pypi(w io.Writer, name string) {
	fmt.Fprintf(w, `{"info": {"version": "1.2", "author_email": "jax-dev@google.com",
		"requires_dist": ["nvidia-cublas>=1; extra == \"with-cuda\"", "nvidia-cuda-nvcc", "jax"]},
		"releases": {"1.2": [{"packagetype": "bdist_wheel", "filename": "%s-manylinux_x86_64.whl",
		"url": "https://files.pythonhosted.org/%s", "digests": {"sha256": "%x"}}]}}`, name, name, sha256.Sum256(wheels[name]))
}

func tarball(name, text string) []byte {
	var file bytes.Buffer
	z := gzip.NewWriter(&file)
	t := tar.NewWriter(z)
	t.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text)), Typeflag: tar.TypeReg})
	io.WriteString(t, text)
	t.Close()
	z.Close()
	return file.Bytes()
}

func zipped(name, text string) []byte {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	w, _ := z.Create(name)
	io.WriteString(w, text)
	z.Close()
	return file.Bytes()
}
