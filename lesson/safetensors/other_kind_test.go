package safetensors

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/janpfeifer/must"
)

func TestFilesOfAnotherKind(t *testing.T) {
	path := filepath.Join(t.TempDir(), "weights.safetensors")
	for start, want := range map[string][]string{
		"PK\x03\x04\x00\x00\x08\x08\x00\x00archive/data.pkl": {"zip archive", ".pth", "safetensors.torch.save_file"},
		"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.":           {"pickle", "safetensors.torch.save_file"},
		"version https://git-lfs.github.com/spec/v1\noid":    {"Git LFS pointer", "git lfs pull"},
		"<!doctype html><html>":                              {"web page", "download"},
		"\ufeff\r\n <HTML lang=en>":                          {"web page", "download"},
		"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03":           {"gzip'd", "gunzip"},
	} {
		must.M(os.WriteFile(path, []byte(start), 0o666))
		_, _, err := ReadFile(path)
		for _, w := range append(want, path, "not a safetensors file") {
			if err == nil || !strings.Contains(err.Error(), w) {
				t.Errorf("%q: %v; want %q", start, err, w)
			}
		}
	}
}

// A length may begin like a pickle (640 bytes) or like gzip's mark (35,615).
func TestLengthsThatLookLikeAnotherKind(t *testing.T) {
	path := filepath.Join(t.TempDir(), "weights.safetensors")
	for _, length := range []int{0x280, 0x8b1f} {
		header := `{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}`
		header += strings.Repeat(" ", length-len(header))
		must.M(os.WriteFile(path, []byte(safetensorsFile(header, 4)), 0o666))
		if _, _, err := ReadFile(path); err != nil {
			t.Error(err)
		}
	}
}

// Whole numbers, such as a batch normalization's count of batches, are passed over.
func TestIntegersArePassedOver(t *testing.T) {
	file := safetensorsFile(`{"a":{"dtype":"F32","shape":[],"data_offsets":[9,13]},`+
		`"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"ok":{"dtype":"BOOL","shape":[1],"data_offsets":[8,9]}}`, 13)
	tensors, _, err := Read(strings.NewReader(file))
	if err != nil || !tensors["n"].Integers || !tensors["ok"].Integers || tensors["a"].Integers || len(tensors["a"].Data) != 1 {
		t.Errorf("%v, %v", tensors, err)
	}
	if _, _, err := Read(strings.NewReader(safetensorsFile(`{"n":{"dtype":"I64","shape":[],"data_offsets":[0,4]}}`, 4))); err == nil {
		t.Error("four bytes for an I64 are accepted")
	}
}
