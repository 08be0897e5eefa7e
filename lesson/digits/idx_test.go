package digits

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"convnet.example/lesson/digits/internal/fakes"
)

func TestReadIDX(t *testing.T) {
	want := []byte{1, 2, 3, 4, 5, 6}
	// Three ways that the bytes may come.
	for _, r := range []io.Reader{
		bytes.NewReader(fakes.IDX(want, 3, 2)),
		iotest.OneByteReader(bytes.NewReader(fakes.IDX(want, 3, 2))),
		iotest.DataErrReader(bytes.NewReader(fakes.IDX(want, 3, 2))),
	} {
		data, dims, err := ReadIDX(r)
		if err != nil || !bytes.Equal(data, want) || !slices.Equal(dims, []int{3, 2}) {
			t.Errorf("got %v, %v, %v; want %v, [3 2]", data, dims, err, want)
		}
	}
}

// badIDX are files that cannot be read, and words that the error must have.
var badIDX = map[string]struct {
	file []byte
	want string
}{
	"empty":           {nil, "header cannot be read: unexpected EOF"},
	"three bytes":     {[]byte{0, 0, 8}, "header cannot be read: unexpected EOF"},
	"text":            {[]byte("<html>"), "not IDX data: it starts with 3c 68 74 6d"},
	"floats":          {[]byte{0, 0, 0x0d, 1, 0, 0, 0, 1, 0, 0, 0, 0}, "type 0x0d"},
	"no dimensions":   {[]byte{0, 0, 8, 0}, "not IDX data"},
	"no second":       {[]byte{0, 0, 8, 2, 0, 0, 0, 1}, "header cannot be read: unexpected EOF"},
	"cut short":       {fakes.IDX([]byte{1, 2}, 3), "cut short: 2 of 3"},
	"goes on":         {fakes.IDX([]byte{1, 2}, 1), "goes on after the 1 elements"},
	"4 GB":            {fakes.IDX(nil, 1<<32-1), "dimensions [4294967295]: more than"},
	"overflow to 0":   {fakes.IDX(nil, 1<<16, 1<<16, 1<<16, 1<<16), "more than"},
	"overflow to 1":   {fakes.IDX(nil, 641, 6700417, 1<<31), "more than"},
	"0 hides another": {fakes.IDX(nil, 0, 1<<32-1), "more than"},
}

func TestReadIDXBad(t *testing.T) {
	for name, bad := range badIDX {
		data, dims, err := ReadIDX(bytes.NewReader(bad.file))
		if err == nil || !strings.Contains(err.Error(), bad.want) || data != nil || dims != nil {
			t.Errorf("%s: got %v, %v, %v; want nothing and an error with %q", name, data, dims, err, bad.want)
		}
	}
}

func TestReadIDXPassesOnErrors(t *testing.T) {
	disk := errors.New("disk on fire")
	for n := range 12 {
		r := io.MultiReader(bytes.NewReader(fakes.IDX(make([]byte, 4), 9)[:n]), iotest.ErrReader(disk))
		if _, _, err := ReadIDX(r); !errors.Is(err, disk) {
			t.Errorf("after %d bytes: got %v, want %v", n, err, disk)
		}
	}
}

// allocated returns how many bytes f allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestReadIDXBelievesNoHeader(t *testing.T) {
	for _, n := range []uint32{1 << 29, maxIDX, 1<<32 - 1} {
		got := allocated(func() { ReadIDX(bytes.NewReader(fakes.IDX([]byte{1}, n))) })
		if got > 1<<16 {
			t.Errorf("%d bytes were allocated for one element of %d", got, n)
		}
	}
}

func FuzzReadIDX(f *testing.F) {
	for _, bad := range badIDX {
		f.Add(bad.file)
	}
	f.Add(fakes.IDX([]byte{1, 2, 3, 4, 5, 6}, 3, 2))
	f.Add(fakes.IDX(nil, 0, 28, 28))
	f.Fuzz(func(t *testing.T, file []byte) {
		var data []byte
		var dims []int
		var err error
		// Other goroutines of a fuzzing process allocate too, hence a bound so wide.
		if n := allocated(func() { data, dims, err = ReadIDX(bytes.NewReader(file)) }); n > 1<<24+8*uint64(len(file)) {
			t.Errorf("%d bytes were allocated for a file of %d", n, len(file))
		}
		want := 1
		for _, n := range dims {
			want *= n
		}
		if err == nil && (len(data) != want || len(dims) == 0) {
			t.Errorf("got %d elements for dimensions %v", len(data), dims)
		}
	})
}
