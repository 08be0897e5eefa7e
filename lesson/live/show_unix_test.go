//go:build unix

package live

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson/internal/fakegonb"
	"convnet.example/lesson/live/internal/figure"
	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// A figure is a still picture, with its description, and an element with a script. With the
// weights in it, it makes a notebook at most 50 kB larger.
func TestShow(t *testing.T) {
	shown := fakegonb.Notebook(t)
	weights := filepath.Join(t.TempDir(), "weights.safetensors")
	if err := os.WriteFile(weights, figure.Weights, 0o644); err != nil {
		t.Fatal(err)
	}
	for name := range figures {
		before := len(shown())
		var options []Option
		if name == "draw" {
			options = append(options, Weights(weights))
		}
		Show(name, options...)
		all := shown()[before:]
		if len(all) != 2 {
			t.Fatalf("%s: %d outputs, want 2", name, len(all))
		}
		picture, _ := all[0].Data[protocol.MIMEImagePNG].([]byte)
		html, _ := all[1].Data[protocol.MIMETextHTML].(string)
		size := len(picture)*4/3 + len(html)
		t.Logf("%s: picture %d, html %d, in a notebook %d bytes", name, len(picture), len(html), size)
		if size > 50_000 || len(picture) == 0 || all[0].Metadata["alt"] != figures[name].caption() {
			t.Errorf("%s: %d bytes, a picture of %d, described as %q", name, size, len(picture), all[0].Metadata["alt"])
		}
		if !strings.Contains(html, `data-live="`+name+`" lang="en"`) {
			t.Errorf("%s: %.200s", name, html)
		}
	}
}
