// Package golden compares pictures with those in testdata, for tests.
package golden

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"gonum.org/v1/plot/cmpimg"
)

// Pictures of whole pixels are compared exactly. Letters and curves have soft edges, whose
// greys differ a little from one processor to another.
const (
	Exact = 0
	Soft  = 0.03
)

// Check compares a picture with testdata/name_golden.png. With -regen it writes
// that file instead: look at it. With -artifacts a picture that differs is kept.
func Check(t *testing.T, name string, img image.Image, delta float64) {
	t.Helper()
	var got bytes.Buffer
	if err := png.Encode(&got, img); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", name+"_golden.png")
	if *cmpimg.GenerateTestData {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if same, err := cmpimg.EqualApprox("png", got.Bytes(), want, delta); err != nil || !same {
		kept := filepath.Join(t.ArtifactDir(), name+".png")
		t.Errorf("%s differs from %s (error: %v, -artifacts keeps it): look at both, and if the new one is right "+
			"run the test again with -regen", kept, golden, err)
		if err := os.WriteFile(kept, got.Bytes(), 0o644); err != nil {
			t.Error(err)
		}
	}
}
