package digits

import (
	"bytes"
	"testing"

	"convnet.example/lesson/digits/internal/fakes"
	"convnet.example/lesson/digits/mnist"
)

func wantFake(t *testing.T, data *Data, source string) {
	t.Helper()
	if data.Source != source {
		t.Errorf("got source %q, want %q", data.Source, source)
	}
	same := func(d *mnist.Set, images, labels []byte) bool {
		return bytes.Equal(d.Pixels, images[16:]) && bytes.Equal(d.Labels, labels[8:])
	}
	if !same(data.Train, fakes.Files[0], fakes.Files[1]) || !same(data.Test, fakes.Files[2], fakes.Files[3]) {
		t.Error("the digits are not those in the files")
	}
}
