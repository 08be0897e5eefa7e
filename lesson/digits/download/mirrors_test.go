package download

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/janpfeifer/must"
)

func TestNewDownloader(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("MNIST_MIRROR", "http://127.0.0.1:1/")
	d := New()
	if want := append([]string{"http://127.0.0.1:1/"}, mirrors...); !slices.Equal(d.Mirrors, want) {
		t.Errorf("got mirrors %q, want %q", d.Mirrors, want)
	}
	if want := filepath.Join(must.M1(os.UserCacheDir()), "convnet", "mnist"); d.Dir != want {
		t.Errorf("got folder %s, want %s", d.Dir, want)
	}
	t.Setenv("MNIST_MIRROR", "")
	if d := New(); !slices.Equal(d.Mirrors, mirrors) {
		t.Errorf("got mirrors %q, want %q", d.Mirrors, mirrors)
	}
}
