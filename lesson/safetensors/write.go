package safetensors

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"convnet.example/lesson/internal/file"
)

// Write writes arrays, in the order of their names, and what the file should
// say about itself. The same arrays give the same bytes.
func Write(w io.Writer, tensors map[string]Tensor, metadata map[string]string) error {
	names := slices.Sorted(maps.Keys(tensors))
	header, err := formatHeader(names, tensors, metadata)
	if err != nil {
		return err
	}
	buf := binary.LittleEndian.AppendUint64(nil, uint64(len(header)))
	if _, err := w.Write(append(buf, header...)); err != nil {
		return fmt.Errorf("safetensors: writing the header: %w", err)
	}
	for _, name := range names {
		if err := binary.Write(w, binary.LittleEndian, tensors[name].Data); err != nil {
			return fmt.Errorf("safetensors: writing tensor %q: %w", name, err)
		}
	}
	return nil
}

// formatHeader returns a safetensors header: the tensors in the order of names, and
// spaces up to a multiple of 8 bytes, so that the numbers lie aligned in a mapped file.
func formatHeader(names []string, tensors map[string]Tensor, metadata map[string]string) ([]byte, error) {
	header := make(map[string]any, len(names)+1) // encoding/json sorts the keys
	if len(metadata) > 0 {
		if err := checkMetadata(metadata); err != nil {
			return nil, err
		}
		header[metadataKey] = metadata
	}
	end := 0
	for _, name := range names {
		t := tensors[name]
		if err := checkTensor(name, t); err != nil {
			return nil, err
		}
		begin := end
		end += 4 * len(t.Data)
		header[name] = map[string]any{
			"dtype":        "F32",
			"shape":        append([]int{}, t.Shape...), // [], not null
			"data_offsets": [2]int{begin, end},
		}
	}
	raw, err := json.Marshal(header)
	if err != nil {
		return nil, fmt.Errorf("safetensors: %w", err)
	}
	return pad(raw)
}

// pad adds spaces to a header up to a multiple of 8 bytes.
func pad(raw []byte) ([]byte, error) {
	raw = append(raw, strings.Repeat(" ", (8-len(raw)%8)%8)...)
	if len(raw) > maxHeader {
		return nil, fmt.Errorf("safetensors: names and metadata make a header of %d bytes, more than the %d allowed: shorten them", len(raw), maxHeader)
	}
	return raw, nil
}

// checkTensor returns an error unless a reader would get back t by this name.
func checkTensor(name string, t Tensor) error {
	if name == metadataKey {
		return fmt.Errorf("safetensors: no tensor can be called %s: the format keeps that name for itself", name)
	}
	if !utf8.ValidString(name) {
		return fmt.Errorf("safetensors: the name of tensor %q is not UTF-8", name)
	}
	if t.Integers {
		return fmt.Errorf("safetensors: tensor %q holds whole numbers, and only float32 is written: leave it out", name)
	}
	size, err := byteSize(t.Shape, 4)
	if err != nil {
		return fmt.Errorf("safetensors: tensor %q: %w", name, err)
	}
	if size != 4*len(t.Data) {
		return fmt.Errorf("safetensors: tensor %q has %d numbers, but shape %v holds %d", name, len(t.Data), t.Shape, size/4)
	}
	return nil
}

// checkMetadata returns an error unless all is UTF-8, the only text that JSON can hold.
func checkMetadata(metadata map[string]string) error {
	for key, value := range metadata {
		if !utf8.ValidString(key) || !utf8.ValidString(value) {
			return fmt.Errorf("safetensors: metadata %q: %q is not UTF-8", key, value)
		}
	}
	return nil
}

// WriteFile is [Write] to a file. A file of that name is replaced, in one go.
func WriteFile(path string, tensors map[string]Tensor, metadata map[string]string) error {
	return file.Replace(path, func(w io.Writer) error {
		return Write(w, tensors, metadata)
	})
}
