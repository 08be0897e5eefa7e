package lesson

import (
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

// Each image once, the largest first, and there is no larger number in its map.
func TestStrongest(t *testing.T) {
	c, _ := trainedOn(t, 320, Config{})
	d := digits.Draw(2, 6)
	list := must.M1(c.Strongest("conv2", 7, d))
	seen := make([]bool, d.Len())
	for n, p := range list {
		seen[p.Image] = true
		m := must.M1(c.FeatureMaps("conv2", d.Image(p.Image)))[7]
		if m[p.Row][p.Column] != p.Value || slices.Max(slices.Concat(m...)) != p.Value {
			t.Errorf("%+v is not the largest number of its map", p)
		}
		if n > 0 && p.Value > list[n-1].Value {
			t.Errorf("%v stands after %v", p.Value, list[n-1].Value)
		}
	}
	if slices.Contains(seen, false) {
		t.Error("an image is left out")
	}
	if _, err := c.Strongest("conv1", 10, d); err == nil || !strings.Contains(err.Error(), "it has 10, from 0") {
		t.Errorf("channel 10 of ten: error %v", err)
	}
}
