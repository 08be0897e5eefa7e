package digits

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"convnet.example/lesson/say"
)

const (
	idxBytes = 0x08    // the code for elements of one byte, the only type the digits have
	maxIDX   = 1 << 30 // elements; EMNIST, the largest relative of MNIST, has 547 million
)

// ReadIDX reads a file in the format of MNIST, called IDX: two zeros, the type of the
// elements, the number of dimensions, the dimensions, and the elements, the last
// dimension changing fastest. The only type it knows is the unsigned byte, and the file
// must end where the elements do.
func ReadIDX(r io.Reader) (data []byte, dims []int, err error) {
	return readIDX(r, 0, func([]int) error { return nil })
}

// readIDX is ReadIDX if the dimensions are accepted; otherwise it stops before the data,
// of which a small gzip can hold a lot. It makes room at once for no more bytes than most.
func readIDX(r io.Reader, most int64, accept func(dims []int) error) (data []byte, dims []int, err error) {
	dims, size, err := readIDXHeader(r)
	if err == nil {
		err = accept(dims)
	}
	if err != nil {
		return nil, nil, err
	}
	// Room for the bytes that come or can come, not for those that the header claims.
	room := bytes.NewBuffer(make([]byte, 0, min(size, most)+bytes.MinRead))
	_, err = room.ReadFrom(io.LimitReader(r, size+1))
	data = room.Bytes()
	if err != nil {
		return nil, nil, say.Errorf("IDX data is damaged after %d of %d elements: %w",
			"IDX 数据在第 %d 个元素（共 %d 个）之后损坏：%w", len(data), size, err)
	}
	if int64(len(data)) < size {
		return nil, nil, say.Errorf("IDX data is cut short: %d of %d elements: %w",
			"IDX 数据不完整：只有 %d 个元素，应有 %d 个：%w", len(data), size, io.ErrUnexpectedEOF)
	}
	if int64(len(data)) > size {
		return nil, nil, say.Errorf("IDX data goes on after the %d elements that its header %v announces",
			"IDX 文件头说有 %d 个元素 %v，后面却还有数据", size, dims)
	}
	return data, dims, nil
}

// readIDXHeader returns the dimensions and their product.
func readIDXHeader(r io.Reader) (dims []int, size int64, err error) {
	var magic [4]byte
	if _, err := io.ReadFull(r, magic[:]); err != nil {
		return nil, 0, headerError(err)
	}
	if magic[0] != 0 || magic[1] != 0 || magic[3] == 0 {
		return nil, 0, say.Errorf("not IDX data: it starts with % x, not with 00 00 08 and the number of dimensions",
			"不是 IDX 数据：开头是 % x，而不是 00 00 08 加维数", magic)
	}
	if magic[2] != idxBytes {
		return nil, 0, say.Errorf("IDX data has elements of type 0x%02x, and only 0x%02x (unsigned bytes) can be read",
			"IDX 数据的元素类型是 0x%02x，这里只读 0x%02x（无符号字节）", magic[2], idxBytes)
	}
	lengths := make([]uint32, magic[3])
	if err := binary.Read(r, binary.BigEndian, lengths); err != nil {
		return nil, 0, headerError(err)
	}
	return product(lengths)
}

func headerError(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF // to the caller, the end is never a normal one here
	}
	return say.Errorf("IDX header cannot be read: %w",
		"IDX 文件头读不出来：%w", err)
}

// product returns the dimensions as ints and their product, if both stay within bounds.
func product(lengths []uint32) (dims []int, size int64, err error) {
	size = 1
	for _, n := range lengths {
		// Each is bounded too: a zero among them would hide the others.
		size *= int64(n)
		if n > maxIDX || size > maxIDX {
			return nil, 0, say.Errorf("IDX header announces dimensions %v: more than the %d elements that can be read",
				"IDX 文件头的维度是 %v：超过了能读的 %d 个元素", lengths, maxIDX)
		}
		dims = append(dims, int(n))
	}
	return dims, size, nil
}
