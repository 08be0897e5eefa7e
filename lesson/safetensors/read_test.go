package safetensors

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/janpfeifer/must"
)

// twoTensors and twoTensorsFile are the same, in memory and byte by byte.
var (
	twoTensors = map[string]Tensor{
		"a.weight": {Shape: []int{2, 1}, Data: []float32{1, -2}},
		"b":        {Shape: []int{}, Data: []float32{0.5}},
	}
	twoTensorsFile = "\x98\x00\x00\x00\x00\x00\x00\x00" +
		`{"__metadata__":{"format":"pt"},` +
		`"a.weight":{"data_offsets":[0,8],"dtype":"F32","shape":[2,1]},` +
		`"b":{"data_offsets":[8,12],"dtype":"F32","shape":[]}}` + "     " +
		"\x00\x00\x80\x3f" + "\x00\x00\x00\xc0" + "\x00\x00\x00\x3f"
)

// safetensorsFile returns a file with this header, as it is, and n bytes of zeros.
func safetensorsFile(header string, n int) string {
	length := binary.LittleEndian.AppendUint64(nil, uint64(len(header)))
	return string(length) + header + strings.Repeat("\x00", n)
}

func TestReadSafetensors(t *testing.T) {
	tensors, metadata, err := Read(iotest.OneByteReader(strings.NewReader(twoTensorsFile)))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(tensors, twoTensors) {
		t.Errorf("got %v, want %v", tensors, twoTensors)
	}
	if want := map[string]string{"format": "pt"}; !reflect.DeepEqual(metadata, want) {
		t.Errorf("got metadata %v, want %v", metadata, want)
	}
}

// What other programs may write, and we do not.
func TestReadSafetensorsAllows(t *testing.T) {
	for name, file := range map[string]string{
		"no tensors":            safetensorsFile(`{}`, 0),
		"no padding":            safetensorsFile(`{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}`, 4),
		"an empty tensor":       safetensorsFile(`{"a":{"dtype":"F32","shape":[0,3],"data_offsets":[0,0]}}`, 0),
		"data in another order": safetensorsFile(`{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}`, 8),
		"odd names":             safetensorsFile(`{"":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"\u0000/../卷积\n":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}`, 8),
		"members we don't know": safetensorsFile(`{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4],"more":{}}}`, 4),
	} {
		if _, _, err := Read(strings.NewReader(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadSafetensorsRefuses(t *testing.T) {
	// one returns a file with 8 bytes of data and one tensor of which the header says this.
	one := func(about string) string { return safetensorsFile(`{"conv1.bias":`+about+`}`, 8) }
	tests := map[string]struct{ file, want string }{
		"empty file":         {"", "the length of the header should have 8 bytes but the file ends after 0"},
		"header over limit":  {"\x01\xe1\xf5\x05\x00\x00\x00\x00{}", "has 100000001 bytes, more than"},
		"header length lies": {"\xff\xff\xff\xff\xff\xff\xff\xff{}", "has 18446744073709551615 bytes, more than"},
		"header too short":   {"\x00\xe1\xf5\x05\x00\x00\x00\x00{}", "the header should have 100000000 bytes but the file ends after 2"},
		"no header":          {safetensorsFile(``, 0), "not a JSON object"},
		"header is an array": {safetensorsFile(`[1]`, 0), "not a JSON object"},
		"space before {":     {safetensorsFile(` {}`, 0), "begins with {"},
		"not UTF-8":          {safetensorsFile("{\"\xff\":1}", 0), "UTF-8"},
		"not JSON":           {safetensorsFile(`{"a":1,}`, 0), "invalid character '}'"},
		"after the header":   {safetensorsFile(`{}x`, 0), "invalid character 'x'"},
		"tensor twice":       {safetensorsFile(`{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}`, 8), `"a" comes twice`},
		"dtype twice":        {one(`{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}`), `"conv1.bias": "dtype" comes twice`},
		"metadata a list":    {safetensorsFile(`{"__metadata__":["pt"]}`, 0), "__metadata__, which should hold strings"},
		"metadata a number":  {safetensorsFile(`{"__metadata__":{"format":1}}`, 0), `"format" is 1`},
		"metadata null":      {safetensorsFile(`{"__metadata__":null}`, 0), "null"},
		"metadata of null":   {safetensorsFile(`{"__metadata__":{"format":null}}`, 0), `"format" is null`},
		"tensor a number":    {one(`1`), `tensor "conv1.bias"`},
		"tensor null":        {one(`null`), `null is not an object`},
		"no dtype":           {one(`{"shape":[2],"data_offsets":[0,8]}`), `"conv1.bias" has no dtype`},
		"null dtype":         {one(`{"dtype":null,"shape":[2],"data_offsets":[0,8]}`), `"conv1.bias" has no dtype`},
		"double":             {one(`{"dtype":"F64","shape":[1],"data_offsets":[0,8]}`), `"conv1.bias" has dtype F64, want F32: save it with .float()`},
		"half":               {one(`{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}`), "dtype BF16, want F32"},
		"no shape":           {one(`{"dtype":"F32","data_offsets":[0,8]}`), `shape of tensor "conv1.bias"`},
		"null shape":         {one(`{"dtype":"F32","shape":null,"data_offsets":[0,8]}`), `null is not an array`},
		"null in shape":      {one(`{"dtype":"F32","shape":[null],"data_offsets":[0,8]}`), `[null] is not an array`},
		"fraction in shape":  {one(`{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}`), `not an array of integers that fit`},
		"huge number":        {one(`{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}`), `not an array of integers that fit`},
		"negative dimension": {one(`{"dtype":"F32","shape":[-2,-1],"data_offsets":[0,8]}`), `shape [-2 -1] has a negative size`},
		"overflow":           {one(`{"dtype":"F32","shape":[2147483648,2147483648],"data_offsets":[0,0]}`), `is too large`},
		"no offsets":         {one(`{"dtype":"F32","shape":[2]}`), `data_offsets of tensor "conv1.bias"`},
		"three offsets":      {one(`{"dtype":"F32","shape":[2],"data_offsets":[0,8,16]}`), `are [0,8,16], want [begin,end]`},
		"negative offset":    {one(`{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}`), `are [-8,0]`},
		"reversed offsets":   {one(`{"dtype":"F32","shape":[2],"data_offsets":[8,0]}`), `are [8,0]`},
		"wrong size":         {one(`{"dtype":"F32","shape":[1],"data_offsets":[0,8]}`), "takes 4 bytes, but data_offsets [0 8] give it 8"},
		"hole at the start":  {one(`{"dtype":"F32","shape":[1],"data_offsets":[4,8]}`), "no tensor owns the bytes 0 to 4"},
		"hole between":       {safetensorsFile(`{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[],"data_offsets":[8,12]}}`, 12), `bytes 4 to 8 of the data, before tensor "b"`},
		"overlap":            {safetensorsFile(`{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}`, 12), `tensors "a" and "b" overlap`},
		"beyond the end":     {one(`{"dtype":"F32","shape":[4],"data_offsets":[0,16]}`), `tensor "conv1.bias" should have 16 bytes but the file ends after 8`},
		"bytes left over":    {one(`{"dtype":"F32","shape":[1],"data_offsets":[0,4]}`), "bytes after the last tensor"},
		"bytes of no tensor": {safetensorsFile(`{}`, 1), "bytes after the last tensor"},
	}
	for name, test := range tests {
		_, _, err := Read(strings.NewReader(test.file))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want one with %q", name, err, test.want)
		}
	}
}

// A download that broke off anywhere is an error.
func TestReadSafetensorsCutShort(t *testing.T) {
	for n := range len(twoTensorsFile) {
		_, _, err := Read(strings.NewReader(twoTensorsFile[:n]))
		if err == nil || !strings.Contains(err.Error(), "the file ends after") {
			t.Errorf("after %d bytes: got error %v, want one that says that the file ends", n, err)
		}
	}
}

func TestReadSafetensorsPassesOnErrors(t *testing.T) {
	broken := errors.New("disk on fire")
	for _, n := range []int{0, 8, 100, len(twoTensorsFile)} {
		r := io.MultiReader(strings.NewReader(twoTensorsFile[:n]), iotest.ErrReader(broken))
		if _, _, err := Read(r); !errors.Is(err, broken) {
			t.Errorf("after %d bytes: got error %v, want %v", n, err, broken)
		}
	}
}

// A header that claims 4 GB is not believed: the file has 8 bytes of data.
func TestReadSafetensorsMemory(t *testing.T) {
	file := safetensorsFile(`{"a":{"dtype":"F32","shape":[1000000000],"data_offsets":[0,4000000000]}}`, 8)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, _, err := Read(strings.NewReader(file)); err == nil {
		t.Error("got no error")
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
		t.Errorf("read %d bytes and allocated %d", len(file), n)
	}
}

// FuzzReadSafetensors checks that nothing makes the reader panic, and that what it reads
// can be written and is then the same.
func FuzzReadSafetensors(f *testing.F) {
	f.Add([]byte(twoTensorsFile))
	f.Add([]byte(safetensorsFile(`{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} `, 4)))
	f.Fuzz(func(t *testing.T, file []byte) {
		tensors, metadata, err := Read(bytes.NewReader(file))
		if err != nil {
			return
		}
		// What is passed over on reading cannot be written.
		maps.DeleteFunc(tensors, func(_ string, t Tensor) bool { return t.Integers })
		var first, second bytes.Buffer
		must.M(Write(&first, tensors, metadata))
		again, about, err := Read(bytes.NewReader(first.Bytes()))
		must.M(err)
		// %v, since NaN is not equal to itself.
		if fmt.Sprint(tensors, len(metadata)) != fmt.Sprint(again, len(about)) {
			t.Errorf("%v came back as %v", tensors, again)
		}
		must.M(Write(&second, again, about))
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%q, written again, is %q", first.Bytes(), second.Bytes())
		}
	})
}
