package safetensors

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"convnet.example/lesson/say"
)

// metadataKey is the name in a safetensors header that is not a tensor's: its value is
// an object of strings, for people and programs to say where the file comes from.
const metadataKey = "__metadata__"

// entry is what a safetensors header says about one tensor.
type entry struct {
	name       string
	shape      []int
	integers   bool
	begin, end int // where its bytes are, counted from the beginning of the data
}

// parseHeader returns what a safetensors header says, tensors in the order of their data.
func parseHeader(raw []byte) (entries []entry, metadata map[string]string, err error) {
	if !bytes.HasPrefix(raw, []byte("{")) || !utf8.Valid(raw) {
		return nil, nil, damaged(say.Errorf("the header is not a JSON object in UTF-8 that begins with {",
			"文件头不是以 { 开头的 UTF-8 的 JSON 对象"))
	}
	header, err := members(raw)
	if err != nil {
		return nil, nil, damaged(say.Errorf("the header: %w",
			"文件头：%w", err))
	}
	if about, ok := header[metadataKey]; ok {
		delete(header, metadataKey)
		if metadata, err = stringMembers(about); err != nil {
			return nil, nil, damaged(say.Errorf("%s, which should hold strings: %w",
				"%s 里应当都是字符串：%w", metadataKey, err))
		}
	}
	for name, about := range header {
		e, err := parseEntry(name, about)
		if err != nil {
			return nil, nil, err
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(a.begin-b.begin, a.end-b.end, cmp.Compare(a.name, b.name))
	})
	return entries, metadata, checkTouching(entries)
}

// checkTouching returns an error unless each tensor begins where the one before it ends.
func checkTouching(entries []entry) error {
	end := 0
	for i, e := range entries {
		if e.begin < end {
			return damaged(say.Errorf("tensors %q and %q overlap",
				"张量 %q 和 %q 有重叠", entries[i-1].name, e.name))
		}
		if e.begin > end {
			return damaged(say.Errorf("no tensor owns the bytes %d to %d of the data, before tensor %q",
				"数据的第 %d 到 %d 字节（在张量 %q 之前）不属于任何张量", end, e.begin, e.name))
		}
		end = e.end
	}
	return nil
}

// parseEntry returns what the header says about one tensor.
func parseEntry(name string, raw []byte) (entry, error) {
	about, err := members(raw)
	if err != nil {
		return entry{}, damaged(say.Errorf("the header's entry for tensor %q: %w",
			"文件头里张量 %q 的那一项：%w", name, err))
	}
	var dtype string
	if err := json.Unmarshal(about["dtype"], &dtype); err != nil || dtype == "" {
		return entry{}, damaged(say.Errorf("tensor %q has no dtype",
			"张量 %q 没有写类型 dtype", name))
	}
	width := wholeNumbers[dtype]
	if width == 0 && dtype != "F32" {
		return entry{}, say.Errorf("safetensors: tensor %q has dtype %.20s, want F32: save it with .float()",
			"safetensors：张量 %q 的类型是 %.20s，应为 F32：用 .float() 转换后再保存", name, dtype)
	}
	shape, err := integers(about["shape"])
	if err != nil {
		return entry{}, damaged(say.Errorf("the shape of tensor %q: %w",
			"张量 %q 的形状：%w", name, err))
	}
	offsets, err := integers(about["data_offsets"])
	if err != nil || len(offsets) != 2 || offsets[0] < 0 || offsets[0] > offsets[1] {
		return entry{}, damaged(say.Errorf("the data_offsets of tensor %q are %.80s, want [begin,end] with 0 ≤ begin ≤ end",
			"张量 %q 的 data_offsets 是 %.80s，应为 [begin,end]，且 0 ≤ begin ≤ end", name, about["data_offsets"]))
	}
	size, err := byteSize(shape, cmp.Or(width, 4))
	if err != nil {
		return entry{}, damaged(say.Errorf("tensor %q: %w",
			"张量 %q：%w", name, err))
	}
	if n := offsets[1] - offsets[0]; n != size {
		return entry{}, damaged(say.Errorf("tensor %q has shape %v, which takes %d bytes, but data_offsets %v give it %d",
			"张量 %q 的形状是 %v，要占 %d 字节，而 data_offsets %v 给了它 %d 字节", name, shape, size, offsets, n))
	}
	return entry{name, shape, width > 0, offsets[0], offsets[1]}, nil
}

// wholeNumbers are the types of whole numbers, and how many bytes one takes.
var wholeNumbers = map[string]int{"I64": 8, "U64": 8, "I32": 4, "U32": 4, "I16": 2, "U16": 2, "I8": 1, "U8": 1, "BOOL": 1}

// byteSize returns the number of bytes that an array of this shape takes, width bytes a
// number.
func byteSize(shape []int, width int) (int, error) {
	size := width
	for _, dim := range shape {
		if dim < 0 {
			return 0, fmt.Errorf("shape %v has a negative size", shape)
		}
		if dim > 0 && size > math.MaxInt/dim {
			return 0, fmt.Errorf("shape %v is too large", shape)
		}
		size *= dim
	}
	return size, nil
}
