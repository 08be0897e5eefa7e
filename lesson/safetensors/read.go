package safetensors

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"convnet.example/lesson/internal/file"
	"convnet.example/lesson/say"
)

// maxHeader is the longest header that the format's own reader accepts, in bytes.
const maxHeader = 100_000_000

// Tensor is an array of numbers, row by row: the last axis runs fastest.
type Tensor struct {
	Shape    []int     // empty: one number
	Data     []float32 // as many as the product of Shape
	Integers bool      // it holds whole numbers, as a counter does: they are not read
}

// Read returns the arrays of a safetensors file by name, and what the file
// says about itself (nil if nothing). Whatever r holds, memory grows with the bytes that
// it has, not with what its header claims. NaN and infinities are read as they are.
func Read(r io.Reader) (tensors map[string]Tensor, metadata map[string]string, err error) {
	raw, err := readHeader(r)
	if err != nil {
		return nil, nil, err
	}
	entries, metadata, err := parseHeader(raw)
	if err != nil {
		return nil, nil, err
	}
	tensors = make(map[string]Tensor, len(entries))
	for _, e := range entries {
		data, err := readBytes(r, e.end-e.begin, fmt.Sprintf(say.Text("tensor %q", "张量 %q"), e.name))
		if err != nil {
			return nil, nil, err
		}
		if e.integers {
			tensors[e.name] = Tensor{Shape: e.shape, Integers: true}
			continue
		}
		tensors[e.name] = Tensor{Shape: e.shape, Data: decodeFloats(data)}
	}
	return tensors, metadata, expectEnd(r)
}

// readHeader returns the JSON at the beginning of a safetensors file.
func readHeader(r io.Reader) ([]byte, error) {
	length, err := readBytes(r, 8, say.Text("the length of the header", "文件头的长度"))
	if err != nil {
		return nil, err
	}
	n := binary.LittleEndian.Uint64(length)
	if n > maxHeader {
		return nil, damaged(say.Errorf("the first 8 bytes say that the header has %d bytes, more than the %d allowed",
			"开头 8 个字节说文件头有 %d 字节，超过了允许的 %d 字节", n, maxHeader))
	}
	return readBytes(r, int(n), say.Text("the header", "文件头"))
}

// readBytes reads the n bytes of a part of the file. It does not allocate n bytes at
// once: n is a claim.
func readBytes(r io.Reader, n int, part string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(n)))
	if err != nil {
		return nil, fmt.Errorf("safetensors: reading %s: %w", part, err)
	}
	if len(data) < n {
		return nil, damaged(say.Errorf("%s should have %d bytes but the file ends after %d of them",
			"%s 应有 %d 字节，而文件只到第 %d 字节就完了", part, n, len(data)))
	}
	return data, nil
}

// expectEnd returns an error if r has anything left.
func expectEnd(r io.Reader) error {
	_, err := io.ReadFull(r, make([]byte, 1))
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return fmt.Errorf("safetensors: reading past the last tensor: %w", err)
	}
	return damaged(say.Errorf("there are bytes after the last tensor",
		"最后一个张量后面还有数据"))
}

// decodeFloats returns the little-endian numbers in data.
func decodeFloats(data []byte) []float32 {
	values := make([]float32, len(data)/4)
	// The only error that Decode knows is too little data.
	binary.Decode(data, binary.LittleEndian, values)
	return values
}

// damaged returns an error for a file that breaks the format's rules.
func damaged(what error) error {
	return say.Errorf("safetensors: %w: the file is damaged or of another kind, so save or download it again",
		"safetensors：%w：文件已损坏，或者不是这种文件，请重新保存或下载", what)
}

// ReadFile is [Read] of a file.
func ReadFile(path string) (tensors map[string]Tensor, metadata map[string]string, err error) {
	// Asked before it is opened: opening a pipe would wait for somebody to write.
	if info, err := os.Stat(path); err != nil {
		return nil, nil, err
	} else if !info.Mode().IsRegular() {
		return nil, nil, fmt.Errorf("%s is not a file but a %s", path, file.Kind(info))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	if err := otherKind(r); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	tensors, metadata, err = Read(r)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	return tensors, metadata, nil
}
