package safetensors

import (
	"bytes"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/janpfeifer/must"
)

func TestWriteSafetensors(t *testing.T) {
	for range 10 { // a map's order changes
		var got bytes.Buffer
		if err := Write(&got, twoTensors, map[string]string{"format": "pt"}); err != nil {
			t.Fatal(err)
		}
		if got.String() != twoTensorsFile {
			t.Fatalf("got\n%q, want\n%q", got.String(), twoTensorsFile)
		}
	}
}

func TestWriteSafetensorsRefuses(t *testing.T) {
	one := []float32{1}
	for want, tensors := range map[string]map[string]Tensor{
		`tensor "a" has 1 numbers, but shape [2] holds 2`: {"a": {Shape: []int{2}, Data: one}},
		`"a": shape [-1 -1] has a negative size`:          {"a": {Shape: []int{-1, -1}, Data: one}},
		`no tensor can be called __metadata__`:            {metadataKey: {Shape: nil, Data: one}},
		`is not UTF-8`:                                    {"\xff": {Shape: nil, Data: one}},
	} {
		var file bytes.Buffer
		err := Write(&file, tensors, nil)
		if err == nil || !strings.Contains(err.Error(), want) || file.Len() > 0 {
			t.Errorf("got error %v after %d bytes, want one with %q and none written", err, file.Len(), want)
		}
	}
	for _, metadata := range []map[string]string{{"\xff": "v"}, {"k": "\xff"}, {"\xc3": "\xa9"}} {
		if err := Write(io.Discard, nil, metadata); err == nil || !strings.Contains(err.Error(), "UTF-8") {
			t.Errorf("metadata %q: got error %v, want one about UTF-8", metadata, err)
		}
	}
}

// Every bit comes back, also of what is not equal to itself.
func TestSafetensorsKeepsBits(t *testing.T) {
	want := []uint32{0, 1 << 31, 1, 0x7f800000, 0xff800000, 0x7fc00001, 0xffc12345}
	tensor := Tensor{Shape: []int{len(want)}}
	for _, bits := range want {
		tensor.Data = append(tensor.Data, math.Float32frombits(bits))
	}
	var file bytes.Buffer
	must.M(Write(&file, map[string]Tensor{"odd": tensor}, nil))
	tensors, _, err := Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range tensors["odd"].Data {
		if got := math.Float32bits(v); got != want[i] {
			t.Errorf("number %d: got bits %x, want %x", i, got, want[i])
		}
	}
}

// What could not be read back is not written.
func TestSafetensorsHeaderLimit(t *testing.T) {
	if _, err := pad(make([]byte, maxHeader)); err != nil {
		t.Errorf("got error %v for a header of the longest length", err)
	}
	if _, err := pad(make([]byte, maxHeader+1)); err == nil || !strings.Contains(err.Error(), "100000008 bytes") {
		t.Errorf("got error %v, want one with the length", err)
	}
}

// theirs reads ours.safetensors with the format's own library and writes theirs.safetensors.
const theirs = `
from safetensors import safe_open
from safetensors.numpy import load_file, save_file
tensors = load_file("ours.safetensors")
assert tensors["a.weight"].tolist() == [[1], [-2]], tensors
assert tensors["b"].shape == () and tensors["b"] == 0.5, tensors
with safe_open("ours.safetensors", "np") as f:
    assert f.metadata() == {"format": "pt"}, f.metadata()
save_file(tensors, "theirs.safetensors", {"format": "pt"})
`

func TestSafetensorsAgreesWithPython(t *testing.T) {
	if out, err := exec.Command("python3", "-c", "import safetensors.numpy").CombinedOutput(); err != nil {
		t.Skipf("needs python3 with safetensors and numpy (pip install safetensors numpy): %v\n%s", err, out)
	}
	dir := t.TempDir()
	must.M(WriteFile(filepath.Join(dir, "ours.safetensors"), twoTensors, map[string]string{"format": "pt"}))
	python := exec.Command("python3", "-c", theirs)
	python.Dir = dir
	if out, err := python.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	tensors, metadata, err := ReadFile(filepath.Join(dir, "theirs.safetensors"))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(tensors, twoTensors) || metadata["format"] != "pt" {
		t.Errorf("got back %v, %v, want %v", tensors, metadata, twoTensors)
	}
}

// The path is in the error: the program may have been given several.
func TestReadSafetensorsFileNamesIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "conv.safetensors")
	must.M(os.WriteFile(path, []byte("short"), 0o666))
	if _, _, err := ReadFile(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("got error %v, want one with %s", err, path)
	}
	if _, _, err := ReadFile(path + "x"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got error %v, want %v", err, os.ErrNotExist)
	}
}
